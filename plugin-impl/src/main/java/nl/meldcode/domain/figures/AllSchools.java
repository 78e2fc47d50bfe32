package nl.meldcode.domain.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Timing;

/**
 * What is missing in the open dossiers of all schools, without numbers by which somebody could be
 * found back. Each row has three parts: where something is late, where something is missing but
 * nothing late, and where nothing is missing.
 *
 * @param asOf when it was begun
 * @param whole how many are open at all schools together; not in parts, from which those that are
 *     hidden at a school could be told
 * @param asked in how many dossiers each requirement of a protocol is late, is missing, and is
 *     neither; nothing where the whole is hidden
 * @param unknown dossiers of which the host says nothing now, in none of the rows
 * @param damaged dossiers that were tampered with, in none of the rows
 */
public record AllSchools(
    Instant asOf,
    List<School> schools,
    Shown whole,
    SortedMap<String, Row> asked,
    int unknown,
    int damaged) {
  public AllSchools {
    schools = List.copyOf(schools);
    asked = new TreeMap<>(asked);
  }

  /** One school. */
  public record School(SchoolId id, Row row) {}

  /** Adds up. For one thread. */
  public static final class Sum {
    private final Map<SchoolId, int[]> schools =
        new TreeMap<>(Comparator.comparing(SchoolId::value));
    private final SortedMap<String, int[]> asked = new TreeMap<>();
    private int open;
    private int unknown;
    private int damaged;

    /** Adds an open dossier of that school. */
    public void add(SchoolId school, Assessment assessment) {
      List<Finding> missing =
          assessment.missing().stream().filter(one -> one.timing() != Timing.UPCOMING).toList();
      boolean late = missing.stream().anyMatch(Sum::isLate);
      schools.computeIfAbsent(school, id -> new int[3])[part(late, !missing.isEmpty())]++;
      Map<String, Boolean> each = new TreeMap<>();
      missing.forEach(one -> each.merge(one.requirement(), isLate(one), Boolean::logicalOr));
      each.forEach((id, isLate) -> asked.computeIfAbsent(id, row -> new int[2])[isLate ? 0 : 1]++);
      open++;
    }

    private static boolean isLate(Finding one) {
      return one.timing() == Timing.LATE;
    }

    private static int part(boolean late, boolean missing) {
      return late ? 0 : missing ? 1 : 2;
    }

    /** Adds one that cannot be judged while the host says nothing. */
    public void addUnknown() {
      unknown++;
    }

    /** Adds one that was tampered with. */
    public void addDamaged() {
      damaged++;
    }

    /** As it may be seen. */
    public AllSchools shown(Instant asOf) {
      List<School> each = new ArrayList<>();
      schools.forEach((id, parts) -> each.add(new School(id, SmallNumbers.row(boxed(parts)))));
      Shown whole = whole(each);
      SortedMap<String, Row> rows = new TreeMap<>();
      if (!whole.isHidden()) {
        asked.forEach((id, two) -> rows.put(id, SmallNumbers.row(withRest(two))));
      }
      return new AllSchools(asOf, each, whole, rows, unknown, damaged);
    }

    private List<Integer> withRest(int[] two) {
      return List.of(two[0], two[1], open - two[0] - two[1]);
    }

    /** Unless what the schools hide of it is little together, or as much as they can hide. */
    private Shown whole(List<School> each) {
      List<School> hidden = each.stream().filter(one -> one.row().total().isHidden()).toList();
      int left = hidden.stream().mapToInt(one -> IntStream.of(schools.get(one.id())).sum()).sum();
      int most = hidden.size() * (SmallNumbers.LEAST - 1);
      boolean tells = !hidden.isEmpty() && (SmallNumbers.isSmall(left) || left == most);
      return tells ? Shown.NOT : SmallNumbers.one(open);
    }

    private static List<Integer> boxed(int[] parts) {
      return IntStream.of(parts).boxed().toList();
    }
  }
}
