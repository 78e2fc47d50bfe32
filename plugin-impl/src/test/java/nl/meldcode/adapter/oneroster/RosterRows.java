package nl.meldcode.adapter.oneroster;

/** The school of the contract as a OneRoster server has it, with the oddities of real ones. */
final class RosterRows {
  static final String ORG = "org/7";
  static final String LOTTE = "4711";
  static final String ILSE = "g-1";
  static final String VERA = "g-2";
  static final String UNKNOWN = "g-never-sent";
  static final String ANJA = "b81a7c2e-1d2f-4c1b-9d52-0a6d3e0f7a11";
  static final String NORA = "t nora@vlieger.example";

  private RosterRows() {}

  static void in(RosterServer server) {
    server.put("orgs", ORG, "'name': 'De Vlieger', 'type': 'school', 'identifier': '99XX'");
    server.put("orgs", "other", "'name': 'De Kiekendief', 'type': 'school'");
    server.put("academicSessions", "this", "'startDate': '2026-08-01', 'endDate': '2027-08-01'");
    server.put("academicSessions", "past", "'startDate': '2025-08-01', 'endDate': '2026-08-01'");
    server.put("classes", "c5a", clazz("5a", "homeroom", ORG, "this"));
    server.put("classes", "reading", clazz("1-lezen", "scheduled", ORG, "this"));
    server.put("classes", "c4a", clazz("4a", "homeroom", ORG, "past"));
    server.put("classes", "away", clazz("3z", "homeroom", "other", "this"));
    people(server);
    server.put("enrollments", "e1", enrollment(LOTTE, "c5a", "student"));
    server.put("enrollments", "e2", enrollment(LOTTE, "reading", "student"));
    server.put("enrollments", "e3", enrollment(LOTTE, "c4a", "student"));
    server.put("enrollments", "e4", enrollment(ANJA, "c5a", "teacher"));
    server.put("enrollments", "e5", enrollment("t-past", "c4a", "teacher"));
    server.put(
        "enrollments", "e6", enrollment("t-past", "c5a", "teacher") + ", 'endDate': '2026-11-12'");
    server.put(
        "demographics",
        LOTTE,
        "'birthDate': '2017-12-20', 'sex': 'female', 'americanIndianOrAlaskaNative': 'false'");
  }

  private static void people(RosterServer server) {
    server.put(
        "users",
        LOTTE,
        user("Charlotte", "van den Berg", "student", ORG)
            + ", 'preferredFirstName': 'Lotte', 'password': 'x', 'agents': [{'sourcedId': '"
            + String.join("'}, {'sourcedId': '", ILSE, VERA, UNKNOWN, ANJA, VERA)
            + "'}]");
    server.put("users", "away-1", user("Iris", "Ver", "student", "other"));
    server.put("users", ILSE, user("Ilse", "van Dam", "parent", "board"));
    server.put("users", VERA, user("Vera", "Hof", "relative", "board"));
    server.put("users", ANJA, user("Anja", "Post", "teacher", ORG) + ", 'enabledUser': true");
    server.put("users", NORA, user("Nora", "Kuiper", "counselor", ORG));
    server.put("users", "t-rik", user("Rik", "Dal", "principal", ORG));
    server.put(
        "users", "t-off", user("Uit", "Dienst", "principal", ORG) + ", 'enabledUser': 'false'");
    server.put("users", "t-past", user("Wim", "Weg", "teacher", "other"));
    server.put("users", "b-1", user("Bo", "Raad", "districtAdministrator", "board"));
  }

  static String user(String given, String family, String role, String org) {
    return "'givenName': '%s', 'familyName': '%s', 'roles': [{'roleType': 'primary', 'role': '%s', 'org': {'sourcedId': '%s', 'type': 'org'}}]"
        .formatted(given, family, role, org);
  }

  static String clazz(String title, String type, String org, String term) {
    return "'title': '%s', 'classType': '%s', 'school': {'sourcedId': '%s'}, 'terms': [{'sourcedId': '%s'}]"
        .formatted(title, type, org, term);
  }

  static String enrollment(String user, String clazz, String role) {
    return "'user': {'sourcedId': '%s'}, 'class': {'sourcedId': '%s'}, 'school': {'sourcedId': '%s'}, 'role': '%s', 'primary': 'true'"
        .formatted(user, clazz, ORG, role);
  }
}
