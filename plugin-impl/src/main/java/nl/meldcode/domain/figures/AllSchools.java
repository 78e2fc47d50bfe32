package nl.meldcode.domain.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
 * @param whole all schools together; a number is not shown either when those hidden at the schools
 *     could be told from it
 * @param asked in how many dossiers each requirement of a protocol is late, is missing, and is
 *     neither
 * @param unknown dossiers of which the host says nothing now, in none of the rows
 * @param damaged dossiers that were tampered with, in none of the rows
 */
public record AllSchools(
    Instant asOf,
    List<School> schools,
    Row whole,
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
      SortedMap<String, Row> rows = new TreeMap<>();
      asked.forEach((id, two) -> rows.put(id, SmallNumbers.row(withRest(two))));
      return new AllSchools(asOf, each, whole(each), rows, unknown, damaged);
    }

    private List<Integer> withRest(int[] two) {
      return List.of(two[0], two[1], open - two[0] - two[1]);
    }

    private Row whole(List<School> each) {
      List<Integer> sums =
          IntStream.range(0, 3)
              .mapToObj(at -> schools.values().stream().mapToInt(one -> one[at]).sum())
              .toList();
      Row row = SmallNumbers.row(sums);
      Shown total = kept(each, row.total(), Row::total, one -> one[0] + one[1] + one[2]);
      List<Shown> parts =
          IntStream.range(0, 3)
              .mapToObj(
                  at -> kept(each, row.parts().get(at), one -> one.parts().get(at), one -> one[at]))
              .toList();
      return new Row(total, parts);
    }

    /** Unless less than a few are what the schools hide of it together. */
    private Shown kept(
        List<School> each, Shown sum, Function<Row, Shown> cell, ToIntFunction<int[]> number) {
      List<SchoolId> hidden =
          each.stream().filter(one -> cell.apply(one.row()).isHidden()).map(School::id).toList();
      int left = hidden.stream().map(schools::get).mapToInt(number).sum();
      return hidden.isEmpty() || !SmallNumbers.isSmall(left) ? sum : Shown.NOT;
    }

    private static List<Integer> boxed(int[] parts) {
      return IntStream.of(parts).boxed().toList();
    }
  }
}
