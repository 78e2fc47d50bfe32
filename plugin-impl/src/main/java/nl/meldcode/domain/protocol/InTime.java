package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.term.Term;

/** {@code inTime}: signals were recorded within a term after they were observed (S1.3). */
public record InTime(Term term) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().all(Signal.class).stream()
        .filter(one -> late(one, facts))
        .map(
            one ->
                Lack.of(
                    new Argument.Day(one.entry().observedOn()),
                    new Argument.Day(Days.recorded(one.recorded()))))
        .toList();
  }

  /** Not late where the calendar has no answer. */
  private boolean late(Stated<Signal> signal, Facts facts) {
    LocalDate recorded = Days.recorded(signal.recorded());
    return facts
        .calendar()
        .due(signal.entry().observedOn(), term)
        .filter(recorded::isAfter)
        .isPresent();
  }
}
