package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;

import java.util.Locale;

/** Recorded replies of a roster: one school, one pupil, with the oddities of real hosts. */
final class RosterReplies {
  static final String SCHOOL = "33333333-3333-4333-8333-333333333333";
  static final String GROUP = "55555555-5555-4555-8555-555555555555";
  static final String LOTTE = "22222222-2222-4222-8222-222222222222";
  static final String MOTHER = "66666666-6666-4666-8666-666666666666";
  static final String AUNT = "77777777-7777-4777-8777-777777777777";
  static final String LATE = "88888888-8888-4888-8888-888888888888";
  static final String ANJA = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  static final String NORA = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";

  static final String STAFF =
      """
      {"items": [
        {"id": "%s", "givenName": "Anja", "familyName": "Post", "active": true, "roles": [
          {"role": "teacher", "schoolId": "%s", "beginDate": "2024-08-01"},
          {"role": "head", "schoolId": "%s", "endDate": "2024-07-31"},
          {"role": "head", "schoolId": "another"}]},
        {"id": "%s", "givenName": "Nora", "familyName": "Kuiper", "active": true, "roles": [
          {"role": "careCoordinator", "schoolId": "%s"},
          {"role": "safeguardingOfficer", "schoolId": "%s", "groupId": "%s"},
          {"role": "astronaut", "schoolId": "%s"}]},
        {"id": "%s", "familyName": "Weg", "active": false, "roles": [
          {"role": "head", "schoolId": "%s"}]}]}
      """
          .formatted(ANJA, SCHOOL, SCHOOL, NORA, SCHOOL, SCHOOL, GROUP, SCHOOL, LATE, SCHOOL);

  private RosterReplies() {}

  static void in(HostStub host) {
    String base = "GET /connect/v1";
    capabilities(host, "\"guardians\": true, \"households\": true, \"parentalAuthority\": true");
    host.answer(
        base + "/schools",
        json(200, "{\"items\": [{\"id\": \"%s\", \"name\": \"De Vlieger\"}]}".formatted(SCHOOL)));
    host.answer(
        base + "/groups",
        json(
            200,
            "{\"items\": [{\"id\": \"%s\", \"name\": \"5a\", \"staffIds\": [\"%s\"]}]}"
                .formatted(GROUP, ANJA)));
    host.answer(base + "/staff", json(200, STAFF));
    host.answer(base + "/pupils/" + LOTTE, json(200, pupil(LOTTE)));
    host.answer(
        base + "/pupils/" + LOTTE + "/enrollments", json(200, enrollmentAndRelation(LOTTE)));
    host.answer(base + "/pupils/" + LOTTE + "/relations", json(200, RELATIONS));
    person(host, MOTHER, "\"givenName\": \"Ilse\", \"familyNamePrefix\": \"van\"", "Dam", false);
    person(host, AUNT, "\"givenName\": \"Vera\"", "Hof", false);
    person(host, LATE, "\"givenName\": \"Wim\"", "Berg", true);
  }

  /** What is not said is off. */
  static void capabilities(HostStub host, String on) {
    host.answer("GET /connect/v1/capabilities", json(200, "{" + on + "}"));
  }

  private static final String RELATIONS =
      """
      {"items": [
        {"pupilId": "%s", "personId": "%s", "kind": "mother", "parentalAuthority": "yes"},
        {"personId": "%s", "kind": "aunt", "parentalAuthority": "perhaps"},
        {"personId": "%s", "kind": "father", "parentalAuthority": "yes"},
        {"personId": "%s", "kind": "guardian", "parentalAuthority": "yes",
         "validUntil": "2025-12-31"}]}
      """
          .formatted(LOTTE, MOTHER, AUNT, LATE, NORA);

  static String pupil(String id) {
    return """
        {"id": "%s", "givenName": "Charlotte", "preferredFirstName": "Lotte",
         "familyNamePrefix": "van den", "familyName": "Berg", "birthDate": "2017-12-20",
         "shoeSize": 31, "status": "sleeping"}
        """
        .formatted(id);
  }

  /** One row that can be read as either. */
  static String enrollmentAndRelation(String pupil) {
    return """
        {"items": [{"pupilId": "%s", "schoolId": "%s", "groupId": "%s", "personId": "%s",
          "beginDate": "2026-08-01", "primary": true}]}
        """
        .formatted(pupil, SCHOOL, GROUP, MOTHER);
  }

  static String numbered(int i) {
    return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", i);
  }

  private static void person(
      HostStub host, String id, String names, String familyName, boolean deceased) {
    host.answer(
        "GET /connect/v1/persons/" + id,
        json(
            200,
            "{\"id\": \"%s\", %s, \"familyName\": \"%s\", \"deceased\": %s}"
                .formatted(id, names, familyName, deceased)));
  }
}
