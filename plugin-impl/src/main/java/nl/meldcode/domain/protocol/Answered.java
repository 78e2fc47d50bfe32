package nl.meldcode.domain.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.AfterReport;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code answered}: these fields were answered. Asks nothing where there is no entry of the kind:
 * {@code recorded} does that.
 */
public record Answered(Scope scope, List<Field> fields) implements Requirement {
  public Answered {
    fields = List.copyOf(fields);
  }

  /** In which entries of the kind an answer counts. */
  public enum Scope {
    /** The last entry has it. */
    LAST,
    /** Some entry has it; of what follows a report, some entry about each report. */
    ANY,
    /** Each entry has it; of what follows a report, the last about each report. */
    EVERY,
    /** The last about each report has it: what Veilig Thuis tells can be completed later. */
    LAST_PER_REPORT
  }

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(fields.get(0).kind());
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    List<? extends Stated<?>> entries = facts.dossier().all(fields.get(0).kind().type());
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Lack> lacks = new ArrayList<>();
    for (Field field : fields) {
      if (!holds(field, entries)) {
        lacks.add(lack(field, entries.get(entries.size() - 1)));
      }
    }
    return lacks;
  }

  private static Lack lack(Field field, Stated<?> last) {
    Lack lack = Lack.of(new Argument.Word(field.wordKey()));
    return field.kind().isCompletedInPlace() ? lack.in(last.recorded().id()) : lack;
  }

  @Override
  public Stream<String> words() {
    return fields.stream().map(Field::wordKey);
  }

  private boolean holds(Field field, List<? extends Stated<?>> entries) {
    return switch (scope) {
      case LAST -> field.answeredIn(entries.get(entries.size() - 1).entry());
      case ANY ->
          followsReport(field) ? anyPerReport(field, entries) : answered(field, entries) > 0;
      case EVERY ->
          followsReport(field)
              ? lastPerReport(field, entries)
              : answered(field, entries) == entries.size();
      case LAST_PER_REPORT -> lastPerReport(field, entries);
    };
  }

  /** A second report is not judged by what followed the first. */
  private static boolean followsReport(Field field) {
    return AfterReport.class.isAssignableFrom(field.kind().type());
  }

  private static int answered(Field field, List<? extends Stated<?>> entries) {
    int answered = 0;
    for (Stated<?> one : entries) {
      answered += field.answeredIn(one.entry()) ? 1 : 0;
    }
    return answered;
  }

  private static boolean anyPerReport(Field field, List<? extends Stated<?>> entries) {
    return entries.stream()
        .allMatch(
            one ->
                field.answeredIn(one.entry())
                    || entries.stream()
                        .anyMatch(
                            other -> sameReport(one, other) && field.answeredIn(other.entry())));
  }

  private static boolean lastPerReport(Field field, List<? extends Stated<?>> entries) {
    for (int i = 0; i < entries.size(); i++) {
      Stated<?> one = entries.get(i);
      if (!field.answeredIn(one.entry())
          && entries.subList(i + 1, entries.size()).stream()
              .noneMatch(later -> sameReport(one, later))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameReport(Stated<?> one, Stated<?> other) {
    return one.entry() instanceof AfterReport first
        && other.entry() instanceof AfterReport second
        && first.report().equals(second.report());
  }
}
