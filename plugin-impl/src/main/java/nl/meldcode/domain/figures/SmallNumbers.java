package nl.meldcode.domain.figures;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hides numbers by which somebody could be found back: those below {@value #LEAST}, and what would
 * let them be calculated. Which others are hidden is told by their place and never by their size,
 * so that it says nothing of the size: with a small number goes the last of its row, which is what
 * is left over; when only that is hidden, or all that is hidden is zero, the first too; and when
 * that is still all zero, everything.
 *
 * <p>Then each hidden number of a row can be at least two, also for who knows this rule, the total
 * and all that is shown: one could be moved between it and the last one.
 */
public final class SmallNumbers {
  /** The smallest number that is shown. */
  public static final int LEAST = 5;

  private SmallNumbers() {}

  /** Whether that number is too small to be shown. */
  public static boolean isSmall(int number) {
    return number < LEAST;
  }

  /** One number that is part of nothing. */
  public static Shown one(int number) {
    return isSmall(number) ? Shown.NOT : new Shown(number);
  }

  /** One row, the left over part last. The total is known: it stands there, or elsewhere. */
  public static Row row(List<Integer> parts) {
    int total = parts.stream().mapToInt(Integer::intValue).sum();
    Set<Integer> hidden = hidden(parts, total);
    return new Row(
        one(total),
        IntStream.range(0, parts.size())
            .mapToObj(at -> hidden.contains(at) ? Shown.NOT : new Shown(parts.get(at)))
            .toList());
  }

  private static Set<Integer> hidden(List<Integer> parts, int total) {
    int last = parts.size() - 1;
    Set<Integer> hidden =
        IntStream.rangeClosed(0, last)
            .filter(at -> isSmall(total) || isSmall(parts.get(at)))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (hidden.isEmpty()) {
      return hidden;
    }
    hidden.add(last);
    if (hidden.size() == 1 || areZero(hidden, parts)) {
      hidden.add(0);
    }
    if (areZero(hidden, parts)) {
      IntStream.range(0, last).forEach(hidden::add);
    }
    return hidden;
  }

  private static boolean areZero(Set<Integer> some, List<Integer> parts) {
    return some.stream().allMatch(at -> parts.get(at) == 0);
  }

  /**
   * Rows that are shown together. Where more than three quarters would be hidden, all of it is: the
   * rest tells nobody anything but that it is about few.
   */
  public static List<Row> table(List<List<Integer>> rows) {
    List<Row> shown = rows.stream().map(SmallNumbers::row).toList();
    List<Shown> parts = shown.stream().flatMap(row -> row.parts().stream()).toList();
    long hidden = parts.stream().filter(Shown::isHidden).count();
    return hidden * 4 > parts.size() * 3L ? shown.stream().map(SmallNumbers::none).toList() : shown;
  }

  private static Row none(Row row) {
    return new Row(row.total(), Collections.nCopies(row.parts().size(), Shown.NOT));
  }

  /** The middle one of these, the mean of two; empty where they are few. */
  public static Optional<Double> median(List<Integer> numbers) {
    List<Integer> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return isSmall(sorted.size())
        ? Optional.empty()
        : Optional.of(
            sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2.0);
  }
}
