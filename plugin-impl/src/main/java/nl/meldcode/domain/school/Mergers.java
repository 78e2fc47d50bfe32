package nl.meldcode.domain.school;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.SchoolId;

/**
 * Which schools became part of which (Host Connect 6.2).
 *
 * @param into each school that ended with the one it became part of
 */
public record Mergers(Map<SchoolId, SchoolId> into) {
  public static final Mergers NONE = new Mergers(Map.of());

  public Mergers {
    into = Map.copyOf(into);
  }

  /** The school that goes on for this one: itself when it does, or when they run in a circle. */
  public SchoolId successor(SchoolId school) {
    Set<SchoolId> seen = new HashSet<>();
    SchoolId last = school;
    while (into.containsKey(last)) {
      if (!seen.add(last)) {
        return school;
      }
      last = into.get(last);
    }
    return last;
  }

  /** The school, and before it those that became part of it. */
  public List<SchoolId> partsOf(SchoolId school) {
    Stream<SchoolId> parts =
        into.keySet().stream().filter(one -> !one.equals(school) && successor(one).equals(school));
    return Stream.concat(parts, Stream.of(school)).toList();
  }
}
