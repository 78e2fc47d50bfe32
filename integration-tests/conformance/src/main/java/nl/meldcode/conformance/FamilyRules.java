package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Who belongs to a pupil (Host Connect 6.1). */
final class FamilyRules {
  private static final String RELATIONS = "GET /pupils/{pupilId}/relations";

  private FamilyRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.with("guardians", "FAMILY-1", FamilyRules::relations),
        Rule.with("parentalAuthority", "FAMILY-2", FamilyRules::authority),
        Rule.with("guardians", "FAMILY-3", FamilyRules::siblings),
        Rule.with("households", "FAMILY-4", FamilyRules::households),
        Rule.with("households", "FAMILY-5", FamilyRules::secretAddresses));
  }

  private static List<JsonNode> some(Host host) throws IOException {
    return host.pupils().stream().limit(RosterRules.SAMPLE).toList();
  }

  private static void relations(Host host, Findings found) throws IOException {
    int seen = 0;
    for (JsonNode pupil : some(host)) {
      for (JsonNode relation : host.of(pupil, "relations")) {
        seen++;
        String self = relation.path("pupilId").asText();
        found.unless(self.equals(RosterRules.id(pupil)), Wrong.OTHER_PUPIL, RELATIONS);
        Answer person = host.get("/persons/" + relation.path("personId").asText());
        if (found.status(person, 200)) {
          boolean same = RosterRules.id(person.json()).equals(relation.path("personId").asText());
          found.unless(same, Wrong.OTHER_PERSON, "GET /persons/{personId}");
        }
      }
    }
    found.unless(seen > 0, Wrong.EMPTY, RELATIONS);
  }

  /** Somebody has authority: "unknown" for everybody is a host that does not know after all. */
  private static void authority(Host host, Findings found) throws IOException {
    boolean known = false;
    for (JsonNode pupil : some(host)) {
      for (JsonNode relation : host.of(pupil, "relations")) {
        String said = relation.path("parentalAuthority").asText();
        known |= said.equals("yes") || said.equals("no");
      }
    }
    found.unless(known, Wrong.AUTHORITY_UNKNOWN, RELATIONS);
  }

  private static void siblings(Host host, Findings found) throws IOException {
    Set<String> pupils = RosterRules.ids(host.all("/pupils?limit=500"));
    for (JsonNode pupil : some(host)) {
      for (JsonNode sibling : host.of(pupil, "siblings")) {
        String other = sibling.path("pupilId").asText();
        found.unless(
            pupils.contains(other), Wrong.UNKNOWN, "GET /pupils/{pupilId}/siblings", "pupilId");
        boolean back =
            host.all("/pupils/" + other + "/siblings").stream()
                .anyMatch(one -> one.path("pupilId").asText().equals(RosterRules.id(pupil)));
        found.unless(back, Wrong.ONE_SIDED, "GET /pupils/{pupilId}/siblings");
      }
    }
  }

  private static void households(Host host, Findings found) throws IOException {
    Set<String> all = RosterRules.ids(host.all("/households?limit=500"));
    for (JsonNode pupil : some(host)) {
      for (JsonNode household : host.of(pupil, "households")) {
        String address = "GET /pupils/{pupilId}/households";
        found.unless(all.contains(RosterRules.id(household)), Wrong.UNKNOWN, address, "id");
        boolean member = false;
        for (JsonNode one : household.path("memberIds")) {
          member |= one.asText().equals(RosterRules.id(pupil));
        }
        found.unless(member, Wrong.NOT_MEMBER, address);
      }
    }
  }

  private static void secretAddresses(Host host, Findings found) throws IOException {
    List<JsonNode> secret =
        host.all("/pupils?limit=500").stream()
            .filter(one -> one.path("secrecy").path("address").asBoolean())
            .toList();
    if (secret.isEmpty()) {
      found.nothing("no-secret");
    }
    for (JsonNode pupil : secret) {
      for (JsonNode household : host.of(pupil, "households")) {
        found.unless(!household.has("address"), Wrong.SECRET, "GET /pupils/{pupilId}/households");
      }
    }
    for (JsonNode household : host.all("/households?limit=500")) {
      boolean hidden = !household.path("secret").asBoolean() || !household.has("address");
      found.unless(hidden, Wrong.SECRET, "GET /households");
    }
  }
}
