package nl.meldcode.adapter.oneroster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.domain.access.Role;

/**
 * The two tables of the configuration. A sourcedId may hold any character, so it is the last part
 * of a line.
 */
public final class Tables {
  private Tables() {}

  /**
   * Lines {@code SCHOOL SOURCEDID}: the school as launches name it, and as OneRoster does.
   *
   * @throws StartRefused naming every line that is not understood, or says something twice
   */
  public static Map<SchoolId, String> schools(List<String> lines) {
    List<String> faults = new ArrayList<>();
    Map<SchoolId, String> schools = new HashMap<>();
    for (String line : lines) {
      String[] parts = parts(line, 2);
      if (parts.length < 2
          || schools.containsValue(parts[1])
          || schools.put(new SchoolId(parts[0]), parts[1]) != null) {
        faults.add(line);
      }
    }
    refuse("schools", faults);
    return Map.copyOf(schools);
  }

  /**
   * Lines {@code ROLE,ROLE SCHOOL SOURCEDID}.
   *
   * @throws StartRefused naming every line that is not understood, or says something twice
   */
  public static Map<SchoolId, Map<String, Set<Role>>> roles(
      List<String> lines, Set<SchoolId> schools) {
    List<String> faults = new ArrayList<>();
    Map<SchoolId, Map<String, Set<Role>>> all = new HashMap<>();
    for (String line : lines) {
      String[] parts = parts(line, 3);
      Optional<Set<Role>> roles = parts.length < 3 ? Optional.empty() : roles(parts[0]);
      if (roles.isEmpty()
          || !schools.contains(new SchoolId(parts[1]))
          || all.computeIfAbsent(new SchoolId(parts[1]), key -> new HashMap<>())
                  .put(parts[2], roles.get())
              != null) {
        faults.add(line);
      }
    }
    refuse("roles", faults);
    return Map.copyOf(all);
  }

  private static String[] parts(String line, int count) {
    return line.strip().split("\\s+", count);
  }

  private static Optional<Set<Role>> roles(String words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words.split(",", -1)) {
      Optional<Role> role =
          Arrays.stream(Role.values())
              .filter(one -> one != Role.STAND_IN && one.name().equals(word))
              .findFirst();
      if (role.isEmpty()) {
        return Optional.empty();
      }
      roles.add(role.get());
    }
    return Optional.of(Set.copyOf(roles));
  }

  private static void refuse(String table, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new StartRefused("oneroster: lines of " + table + " that cannot stand: " + faults);
    }
  }
}
