package nl.meldcode.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** Nobody calculates a number that is not shown. */
class SmallNumbersTest {
  /** All rows of so many parts that come to that total. */
  private static List<List<Integer>> rows(int parts, int total) {
    if (parts == 1) {
      return List.of(List.of(total));
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int first = 0; first <= total; first++) {
      for (List<Integer> rest : rows(parts - 1, total - first)) {
        List<Integer> row = new ArrayList<>(List.of(first));
        row.addAll(rest);
        all.add(row);
      }
    }
    return all;
  }

  /**
   * Whoever knows the rule, the total and what is shown, thinks of all rows that would look so: in
   * none of these pictures is a hidden number always the same.
   */
  @Test
  @Covers("P9")
  void noRowThatLooksLikeThisGivesAHiddenNumberAway() {
    for (int parts = 2; parts <= 5; parts++) {
      for (int total = SmallNumbers.LEAST; total <= (parts < 5 ? 24 : 18); total++) {
        Map<Row, List<Set<Integer>>> pictures = new HashMap<>();
        for (List<Integer> row : rows(parts, total)) {
          List<Set<Integer>> seen =
              pictures.computeIfAbsent(SmallNumbers.row(row), it -> sets(row.size()));
          IntStream.range(0, row.size()).forEach(at -> seen.get(at).add(row.get(at)));
        }
        pictures.forEach(SmallNumbersTest::hides);
      }
    }
  }

  private static List<Set<Integer>> sets(int many) {
    return IntStream.range(0, many).<Set<Integer>>mapToObj(at -> new HashSet<>()).toList();
  }

  private static void hides(Row row, List<Set<Integer>> possible) {
    for (int at = 0; at < possible.size(); at++) {
      Shown part = row.parts().get(at);
      if (part.isHidden()) {
        assertThat(possible.get(at)).as("part %d of %s", at, row).hasSizeGreaterThan(1);
      } else {
        assertThat(possible.get(at)).containsExactly(part.count());
      }
    }
  }

  @Test
  @Covers("P9")
  void noSmallNumberIsEverShownAndWhatIsShownIsTrue() {
    Random random = new Random(36);
    for (int i = 0; i < 20_000; i++) {
      List<List<Integer>> table = table(random);
      List<Row> shown = SmallNumbers.table(table);
      for (int at = 0; at < table.size(); at++) {
        int total = table.get(at).stream().mapToInt(Integer::intValue).sum();
        assertThat(shown.get(at).total()).isEqualTo(SmallNumbers.one(total));
        isFair(table.get(at), shown.get(at));
      }
    }
  }

  private static List<List<Integer>> table(Random random) {
    int columns = 2 + random.nextInt(4);
    int most = 1 + random.nextInt(40);
    return IntStream.range(0, 1 + random.nextInt(6))
        .mapToObj(row -> random.ints(columns, 0, most).boxed().toList())
        .toList();
  }

  private static void isFair(List<Integer> row, Row shown) {
    List<Integer> hidden = new ArrayList<>();
    for (int at = 0; at < row.size(); at++) {
      Integer count = shown.parts().get(at).count();
      if (count == null) {
        hidden.add(row.get(at));
      } else {
        assertThat(count).isEqualTo(row.get(at)).isGreaterThanOrEqualTo(SmallNumbers.LEAST);
      }
    }
    // One alone is the total without the others.
    assertThat(hidden.size()).as(row.toString()).isNotEqualTo(1);
    boolean small = shown.total().isHidden();
    assertThat(small || hidden.isEmpty() || hidden.stream().anyMatch(it -> it > 0))
        .as("all zero, which the total would tell: " + row)
        .isTrue();
  }

  @Test
  @Covers("P9")
  void whereNearlyEverythingIsSmallNothingIsShownButTheTotals() {
    List<Row> shown =
        SmallNumbers.table(List.of(List.of(1, 2, 0, 9), List.of(6, 1, 1, 4), List.of(0, 0, 1, 11)));
    assertThat(shown).allSatisfy(row -> assertThat(row.total()).isEqualTo(new Shown(12)));
    assertThat(shown).flatExtracting(Row::parts).containsOnly(Shown.NOT);

    List<Row> half =
        SmallNumbers.table(List.of(List.of(9, 2, 0, 9), List.of(8, 1, 1, 10), List.of(9, 9, 1, 1)));
    assertThat(half).flatExtracting(Row::parts).contains(new Shown(9), new Shown(8), Shown.NOT);
  }

  @Test
  @Covers("P9")
  void theMiddleOfFewIsNotShown() {
    assertThat(SmallNumbers.median(List.of(1, 2, 3, 4))).isEmpty();
    assertThat(SmallNumbers.median(List.of(9, 1, 7, 3, 5))).contains(5.0);
    assertThat(SmallNumbers.median(List.of(9, 1, 7, 3, 5, 6))).contains(5.5);
  }
}
