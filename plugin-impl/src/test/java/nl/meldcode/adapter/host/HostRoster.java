package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.meldcode.adapter.host.HostStub.Canned;
import org.jspecify.annotations.Nullable;

/** The people that a host keeps: pupils, who move about, with parents, staff and groups. */
final class HostRoster {
  static final String SCHOOL = RosterReplies.SCHOOL;
  static final String OTHER_SCHOOL = RosterReplies.numbered(990_001);
  static final UUID MOTHER = UUID.fromString(RosterReplies.MOTHER);
  static final UUID FATHER = UUID.fromString(RosterReplies.AUNT);
  private static final int GROUPS = 12;

  private final Map<UUID, Child> children = new LinkedHashMap<>();
  private final Map<UUID, String> staff = new LinkedHashMap<>();

  /** Whether who asks for a pupil that was merged gets the other one, as if that were the same. */
  volatile boolean givesSurvivor;

  /** A pupil at one school; {@code mergedInto} another under whose id the host goes on. */
  record Child(UUID id, String school, int group, @Nullable UUID mergedInto) {
    /** Tells whose page it is. */
    String name() {
      return nameOf(id);
    }
  }

  /** The name of whoever has that id. */
  static String nameOf(UUID id) {
    return "Kind " + id.toString().substring(24);
  }

  /** The id of the i-th pupil. */
  static UUID child(int i) {
    return UUID.fromString(RosterReplies.numbered(i));
  }

  /** So many pupils and members of staff at the school. */
  static HostRoster of(int children, int staff) {
    HostRoster roster = new HostRoster();
    IntStream.range(0, children).forEach(i -> roster.put(child(i), SCHOOL, i % GROUPS, null));
    IntStream.range(0, staff).forEach(roster::employ);
    return roster;
  }

  synchronized void employ(int i) {
    staff.put(UUID.fromString(RosterReplies.numbered(500_000 + i)), SCHOOL);
  }

  synchronized void put(UUID id, String school, int group, @Nullable UUID mergedInto) {
    children.put(id, new Child(id, school, group, mergedInto));
  }

  synchronized void remove(UUID id) {
    children.remove(id);
  }

  synchronized @Nullable Child get(UUID id) {
    return children.get(id);
  }

  synchronized List<Child> all() {
    return List.copyOf(children.values());
  }

  /** A collection by its name, all rows of it; null when there is no such collection. */
  synchronized @Nullable List<String> collection(String path) {
    String[] parts = path.split("/", -1);
    return switch (parts[1]) {
      case "schools" ->
          parts.length == 2 ? rows(List.of(SCHOOL, OTHER_SCHOOL), this::school) : null;
      case "groups" -> parts.length == 2 ? groups() : members(UUID.fromString(parts[2]));
      case "staff" -> rows(staff.keySet(), this::person);
      case "pupils" -> parts.length == 2 ? rows(children.values(), this::pupil) : of(parts);
      default -> null;
    };
  }

  /** Anything that is no collection. */
  synchronized Canned single(String path) {
    String[] parts = path.split("/", -1);
    if (parts[1].equals("capabilities")) {
      return json(200, "{\"documents\": true, \"acknowledgements\": true, \"guardians\": true}");
    }
    if (parts[1].equals("persons")) {
      return json(200, "{\"id\": \"%s\", \"familyName\": \"Ouder\"}".formatted(parts[2]));
    }
    Child child = parts.length == 3 ? found(parts[2]) : null;
    return child == null ? problem(404, "not-found") : json(200, pupil(child));
  }

  private @Nullable Child found(String id) {
    Child child = children.get(UUID.fromString(id));
    return child != null && givesSurvivor && child.mergedInto() != null
        ? children.get(child.mergedInto())
        : child;
  }

  /** Under whose id the host puts what is written about that pupil. */
  synchronized UUID standsUnder(UUID id) {
    Child child = found(id.toString());
    return child == null ? id : child.id();
  }

  private @Nullable List<String> of(String[] parts) {
    Child child = parts.length == 4 ? found(parts[2]) : null;
    if (child == null) {
      return null;
    }
    return switch (parts[3]) {
      case "enrollments" -> List.of(enrollment(child));
      case "relations" ->
          List.of(relation(child, MOTHER, "mother"), relation(child, FATHER, "father"));
      case "siblings", "households" -> List.of();
      default -> null;
    };
  }

  private List<String> groups() {
    return IntStream.range(0, GROUPS)
        .mapToObj(i -> "{\"id\": \"%s\", \"name\": \"groep %d\"}".formatted(group(i), i))
        .toList();
  }

  private List<String> members(UUID group) {
    return rows(
        children.values().stream()
            .filter(one -> one.mergedInto() == null && group(one.group()).equals(group))
            .toList(),
        this::enrollment);
  }

  private String school(String id) {
    return "{\"id\": \"%s\", \"name\": \"School\"}".formatted(id);
  }

  private String person(UUID id) {
    return """
        {"id": "%s", "familyName": "Post", "active": true, "lastModifiedAt": "2026-01-01T00:00:00Z",
         "roles": [{"role": "careCoordinator", "schoolId": "%s"}]}"""
        .formatted(id, SCHOOL);
  }

  private String pupil(Child child) {
    return """
        {"id": "%s", "familyName": "%s", "birthDate": "2017-12-20", "status": "%s",
         "lastModifiedAt": "2026-01-01T00:00:00Z", "replacedById": %s}"""
        .formatted(
            child.id(),
            child.name(),
            child.mergedInto() == null ? "active" : "merged",
            child.mergedInto() == null ? "null" : "\"" + child.mergedInto() + "\"");
  }

  private String enrollment(Child child) {
    return "{\"pupilId\": \"%s\", \"schoolId\": \"%s\", \"groupId\": \"%s\"}"
        .formatted(child.id(), child.school(), group(child.group()));
  }

  private static String relation(Child child, UUID person, String kind) {
    return """
        {"pupilId": "%s", "personId": "%s", "kind": "%s", "parentalAuthority": "yes"}"""
        .formatted(child.id(), person, kind);
  }

  private static UUID group(int i) {
    return UUID.fromString(RosterReplies.numbered(700_000 + i));
  }

  private static <T> List<String> rows(Collection<T> all, Function<T, String> row) {
    return new ArrayList<>(all.stream().map(row).toList());
  }

  /** The query of a request line, by name. */
  static Map<String, String> query(String line) {
    Map<String, String> query = new HashMap<>();
    for (String pair : line.substring(line.indexOf('?') + 1).split("&", -1)) {
      int is = pair.indexOf('=');
      if (is > 0) {
        query.put(pair.substring(0, is), pair.substring(is + 1));
      }
    }
    return query;
  }
}
