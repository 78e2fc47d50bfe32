package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.term.Term;

/**
 * {@code seenWithin}: somebody recorded what they see of the child not longer ago than the term
 * (S0.9). Shown once the term has passed.
 */
public record SeenWithin(Term term) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.SIGNAL);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    if (facts.dossier().closure().isPresent()) {
      return List.of();
    }
    return last(facts.dossier())
        .flatMap(day -> facts.calendar().due(day, term).map(due -> lack(day, due)))
        .stream()
        .toList();
  }

  private static Lack lack(LocalDate day, LocalDate due) {
    return Lack.of(new Argument.Day(day)).openingOn(due.plusDays(1)).shown(Lack.Shown.NOT_BEFORE);
  }

  private static Optional<LocalDate> last(Dossier dossier) {
    Stream<LocalDate> seen =
        dossier.entries().stream()
            .filter(one -> tellsOfTheChild(one.entry().kind()))
            .map(Days::recorded);
    return Stream.concat(seen, dossier.openedOn().stream()).max(LocalDate::compareTo);
  }

  private static boolean tellsOfTheChild(Kind kind) {
    return kind == Kind.SIGNAL
        || kind == Kind.CLASSROOM_ACTION
        || kind == Kind.CHILD_CONVERSATION
        || kind == Kind.RECALL_CHECK;
  }
}
