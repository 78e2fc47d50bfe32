package nl.meldcode.domain.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Step;

/**
 * The figures of a school over the dossiers that were opened in one school year, as they may be
 * seen.
 *
 * @param routes dossiers by {@link Route}
 * @param reports dossiers with and without a report to Veilig Thuis
 * @param steps dossiers by {@link Standing}, a row for each of the five steps
 * @param days the median of school days between opening and each of these steps; empty for few
 * @param answers those who are asked about a report, by {@link Answer}
 */
public record Figures(
    Row routes, Row reports, List<Row> steps, List<Optional<Double>> days, Row answers) {
  private static final int DONE = List.of(Standing.values()).indexOf(Standing.DONE);

  public Figures {
    steps = List.copyOf(steps);
    days = List.copyOf(days);
  }

  /** Takes all dossiers together. */
  public static Figures of(List<Tally> all) {
    List<Row> steps =
        SmallNumbers.table(
            Step.NUMBERED.stream()
                .map(step -> count(Standing.values(), all.stream().map(it -> it.steps().get(step))))
                .toList());
    return new Figures(
        SmallNumbers.row(count(Route.values(), all.stream().map(Tally::route))),
        SmallNumbers.row(count(new Boolean[] {true, false}, all.stream().map(Tally::reported))),
        steps,
        days(all, steps),
        SmallNumbers.row(
            count(Answer.values(), all.stream().flatMap(it -> it.answers().stream()))));
  }

  private static <T> List<Integer> count(T[] columns, Stream<? extends T> all) {
    List<T> seen = new ArrayList<>(all.toList());
    return Arrays.stream(columns)
        .map(column -> (int) seen.stream().filter(column::equals).count())
        .toList();
  }

  /** How many are done must be seen too: else a median would tell that it is not a small number. */
  private static List<Optional<Double>> days(List<Tally> all, List<Row> steps) {
    List<Optional<Double>> days = new ArrayList<>();
    for (int at = 0; at < Step.NUMBERED.size(); at++) {
      Step step = Step.NUMBERED.get(at);
      boolean shown = !steps.get(at).parts().get(DONE).isHidden();
      List<Integer> known =
          all.stream().flatMap(it -> Stream.ofNullable(it.days().get(step))).toList();
      days.add(shown ? SmallNumbers.median(known) : Optional.empty());
    }
    return days;
  }
}
