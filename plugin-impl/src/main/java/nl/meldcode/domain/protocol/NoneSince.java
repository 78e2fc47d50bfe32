package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code noneSince}: no entry of a kind came after the last entry of another, as a new signal after
 * a report (S0.10, S5.19). Asks nothing where the other is not there.
 */
public record NoneSince(Kind kind, Kind since) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(since);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    Dossier dossier = facts.dossier();
    return dossier.latest(since.type()).stream()
        .map(one -> one.recorded())
        .filter(one -> dossier.hasAfter(one, kind::equals))
        .map(one -> Lack.of(new Argument.Day(Days.event(one))))
        .toList();
  }
}
