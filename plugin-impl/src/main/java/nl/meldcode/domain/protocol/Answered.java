package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    EVERY
  }

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(fields.get(0).kind());
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return fields.stream()
        .filter(field -> !holds(field, entries(field, facts)))
        .map(field -> Lack.of(new Argument.Word(field.wordKey())))
        .toList();
  }

  @Override
  public Stream<String> words() {
    return fields.stream().map(Field::wordKey);
  }

  private boolean holds(Field field, List<Entry> entries) {
    return entries.isEmpty()
        || switch (scope) {
          case LAST -> field.answeredIn(entries.get(entries.size() - 1));
          case ANY -> entries.stream().anyMatch(field::answeredIn);
          case EVERY -> entries.stream().allMatch(field::answeredIn);
        };
  }

  private static List<Entry> entries(Field field, Facts facts) {
    Stream<Entry> all = facts.dossier().entries().stream().map(one -> one.entry());
    return all.filter(entry -> entry.kind() == field.kind()).toList();
  }
}
