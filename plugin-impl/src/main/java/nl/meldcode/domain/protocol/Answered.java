package nl.meldcode.domain.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.AfterReport;
import nl.meldcode.domain.entry.Entry;
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
    /** Some entry has it. */
    ANY,
    /** Each entry has it. */
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
        lacks.add(Lack.of(new Argument.Word(field.wordKey())));
      }
    }
    return lacks;
  }

  @Override
  public Stream<String> words() {
    return fields.stream().map(Field::wordKey);
  }

  private boolean holds(Field field, List<? extends Stated<?>> entries) {
    return switch (scope) {
      case LAST -> field.answeredIn(entries.get(entries.size() - 1).entry());
      case ANY -> answered(field, entries) > 0;
      case EVERY -> answered(field, entries) == entries.size();
      case LAST_PER_REPORT -> lastPerReport(entries).stream().allMatch(field::answeredIn);
    };
  }

  private static int answered(Field field, List<? extends Stated<?>> entries) {
    int answered = 0;
    for (Stated<?> one : entries) {
      answered += field.answeredIn(one.entry()) ? 1 : 0;
    }
    return answered;
  }

  private static Collection<Entry> lastPerReport(List<? extends Stated<?>> entries) {
    Map<EntryId, Entry> last = new HashMap<>();
    for (Stated<?> one : entries) {
      if (one.entry() instanceof AfterReport after) {
        last.put(after.report(), after);
      }
    }
    return last.values();
  }
}
