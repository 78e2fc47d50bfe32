package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is at the school (Host Connect 6.1 and 6.2). */
final class RosterRules {
  static final int SAMPLE = 20;
  private static final Pattern FORBIDDEN =
      Pattern.compile("bsn|pgn|onderwijsnummer|burgerservice.*");
  private static final Set<String> RETIRED = Set.of("merged", "toBeDeleted");
  private static final List<String> LISTS = List.of("/schools", "/groups", "/pupils", "/staff");

  private RosterRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.always("ROSTER-1", RosterRules::paging),
        Rule.always("ROSTER-2", RosterRules::order),
        Rule.always("ROSTER-3", RosterRules::somebody),
        Rule.always("ROSTER-4", RosterRules::oneByOne),
        Rule.always("ROSTER-5", RosterRules::search),
        Rule.always("ROSTER-6", RosterRules::enrollments),
        Rule.always("ROSTER-7", RosterRules::members),
        Rule.always("ROSTER-8", RosterRules::staff),
        Rule.always("ROSTER-9", RosterRules::numbers),
        Rule.always("ROSTER-10", RosterRules::changes),
        Rule.with("merge", "ROSTER-11", RosterRules::merged),
        Rule.always("ROSTER-12", RosterRules::tombstones));
  }

  static String id(JsonNode one) {
    return one.path("id").asText();
  }

  static Set<String> ids(List<JsonNode> items) {
    return items.stream().map(RosterRules::id).collect(Collectors.toSet());
  }

  /** Page by page is as much as all at once, and nobody stands there twice. */
  private static void paging(Host host, Findings found) throws IOException {
    for (String list : LISTS) {
      Set<String> whole = ids(host.all(list + "?limit=500"));
      int small = Math.max(1, whole.size() / 7);
      List<Answer> pages = host.client().pages(list + "?limit=" + small);
      List<String> read = new ArrayList<>();
      for (Answer page : pages) {
        found.unless(page.items().size() <= small, Wrong.PAGE_SIZE, page.ask());
        found.unless(
            page.next().isEmpty() || host.client().next(page).isPresent(), Wrong.NEXT, page.ask());
        page.items().forEach(item -> read.add(id(item)));
      }
      found.unless(read.size() == new HashSet<>(read).size(), Wrong.TWICE, "GET " + list);
      found.unless(new HashSet<>(read).equals(whole), Wrong.LOST, "GET " + list);
    }
  }

  private static void order(Host host, Findings found) throws IOException {
    for (String list : LISTS) {
      List<String> first = host.all(list + "?limit=500").stream().map(RosterRules::id).toList();
      List<String> second =
          host.client().pages(list + "?limit=500").stream()
              .flatMap(page -> page.items().stream())
              .map(RosterRules::id)
              .toList();
      found.unless(first.equals(second), Wrong.ORDER, "GET " + list);
    }
  }

  private static void somebody(Host host, Findings found) throws IOException {
    for (String list : LISTS) {
      found.unless(!host.all(list + "?limit=500").isEmpty(), Wrong.EMPTY, "GET " + list);
    }
  }

  private static void oneByOne(Host host, Findings found) throws IOException {
    for (String list : LISTS) {
      for (JsonNode listed : host.all(list + "?limit=500").stream().limit(SAMPLE).toList()) {
        Answer one = host.get(list + "/" + id(listed));
        if (found.status(one, 200)) {
          found.unless(one.json().equals(listed), Wrong.DIFFERS, one.ask(), "GET " + list);
        }
      }
    }
  }

  private static void search(Host host, Findings found) throws IOException {
    List<JsonNode> named =
        host.pupils().stream().filter(one -> one.path("identifiers").size() > 0).toList();
    if (named.isEmpty()) {
      found.nothing("no-identifiers");
      return;
    }
    Ask ask = Ask.of("POST", "/pupils/_search");
    JsonNode wanted = named.get(0);
    Answer answer = host.client().send(ask.json(wanted.path("identifiers").get(0)));
    if (found.status(answer, 200)) {
      boolean first = answer.json().size() == 1 && id(answer.json().path(0)).equals(id(wanted));
      found.unless(first, Wrong.SEARCH, answer.ask());
    }
    found.status(host.client().send(ask.body("text/plain", new byte[] {'x'})), 415);
  }

  private static void enrollments(Host host, Findings found) throws IOException {
    Set<String> schools = ids(host.all("/schools?limit=500"));
    Set<String> groups = ids(host.all("/groups?limit=500"));
    for (JsonNode pupil : host.pupils().stream().limit(SAMPLE).toList()) {
      String address = "GET /pupils/{pupilId}/enrollments";
      int primary = 0;
      for (JsonNode row : host.of(pupil, "enrollments")) {
        found.unless(row.path("pupilId").asText().equals(id(pupil)), Wrong.OTHER_PUPIL, address);
        found.unless(
            schools.contains(row.path("schoolId").asText()), Wrong.UNKNOWN, address, "schoolId");
        boolean group = !row.has("groupId") || groups.contains(row.path("groupId").asText());
        found.unless(group || row.has("endDate"), Wrong.UNKNOWN, address, "groupId");
        primary += row.path("primary").asBoolean() && !row.has("endDate") ? 1 : 0;
      }
      found.unless(primary == 1, Wrong.ONE_PRIMARY, address);
    }
  }

  private static void members(Host host, Findings found) throws IOException {
    for (JsonNode pupil : host.pupils().stream().limit(SAMPLE).toList()) {
      for (JsonNode row : host.of(pupil, "enrollments")) {
        if (row.path("primary").asBoolean() && !row.has("endDate") && row.has("groupId")) {
          boolean member =
              host.all("/groups/" + row.path("groupId").asText() + "/members").stream()
                  .anyMatch(one -> one.path("pupilId").asText().equals(id(pupil)));
          found.unless(member, Wrong.NOT_MEMBER, "GET /groups/{groupId}/members");
        }
      }
    }
  }

  private static void staff(Host host, Findings found) throws IOException {
    Set<String> schools = ids(host.all("/schools?limit=500"));
    Set<String> staff = ids(host.all("/staff?limit=500"));
    for (JsonNode one : host.all("/staff?limit=500")) {
      for (JsonNode role : one.path("roles")) {
        String school = role.path("schoolId").asText();
        found.unless(schools.contains(school), Wrong.UNKNOWN, "GET /staff", "schoolId");
      }
    }
    for (JsonNode group : host.all("/groups?limit=500")) {
      for (JsonNode teacher : group.path("staffIds")) {
        found.unless(staff.contains(teacher.asText()), Wrong.UNKNOWN, "GET /groups", "staffIds");
      }
    }
  }

  /** The citizen service number is not exchanged, under whatever name. */
  private static void numbers(Host host, Findings found) throws IOException {
    for (String list : List.of("/pupils", "/staff")) {
      for (JsonNode one : host.all(list + "?limit=500")) {
        for (JsonNode identifier : one.path("identifiers")) {
          String system = identifier.path("system").asText().toLowerCase(Locale.ROOT);
          found.unless(!FORBIDDEN.matcher(system).matches(), Wrong.CITIZEN_NUMBER, "GET " + list);
        }
      }
    }
  }

  private static void changes(Host host, Findings found) throws IOException {
    Answer later = host.get("/pupils?limit=500&modifiedSince=2999-01-01T00:00:00Z");
    if (found.status(later, 200)) {
      found.unless(later.items().isEmpty(), Wrong.CHANGED_LATER, later.ask());
    }
    Set<String> ever = new HashSet<>();
    for (Answer page :
        host.client().pages("/pupils?limit=500&modifiedSince=1970-01-01T00:00:00Z")) {
      ever.addAll(ids(page.items()));
    }
    found.unless(ever.containsAll(ids(host.all("/pupils?limit=500"))), Wrong.LOST, later.ask());
    found.status(host.get("/pupils?modifiedSince=gisteren"), 400);
  }

  /** A day more, for clocks and nightly cleaning. */
  private static void tombstones(Host host, Findings found) throws IOException {
    Instant oldest = host.client().identity().clock().instant().minus(Duration.ofDays(91));
    List<JsonNode> retired =
        host.all("/pupils?limit=500").stream()
            .filter(one -> RETIRED.contains(one.path("status").asText()))
            .toList();
    if (retired.isEmpty()) {
      found.nothing("no-tombstone");
    }
    for (JsonNode one : retired) {
      String at = one.path("lastModifiedAt").asText();
      found.unless(at.compareTo(oldest.toString()) >= 0, Wrong.TOO_OLD, "GET /pupils");
      found.status(host.get("/pupils/" + id(one)), 200);
    }
  }

  private static void merged(Host host, Findings found) throws IOException {
    List<JsonNode> all = host.all("/pupils?limit=500");
    Set<String> known = ids(all);
    List<JsonNode> merged =
        all.stream().filter(one -> one.path("status").asText().equals("merged")).toList();
    if (merged.isEmpty()) {
      found.nothing("no-merged");
    }
    for (JsonNode one : merged) {
      found.unless(
          known.contains(one.path("replacedById").asText()),
          Wrong.UNKNOWN,
          "GET /pupils",
          "replacedById");
    }
  }
}
