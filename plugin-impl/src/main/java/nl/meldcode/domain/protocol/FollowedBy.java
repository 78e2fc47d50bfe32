package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code followedBy}: after the last entry of one kind came an entry of another (B5.2). Asks
 * nothing where the first is not there.
 */
public record FollowedBy(Kind kind, Kind by) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(by);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().latest(kind.type()).stream()
        .map(one -> one.recorded())
        .filter(one -> !followed(one, facts))
        .map(one -> Lack.of(new Argument.Day(Days.event(one))).since(Days.event(one)))
        .toList();
  }

  private boolean followed(Recorded first, Facts facts) {
    return facts.dossier().entries().stream()
        .anyMatch(one -> one.seq() > first.seq() && one.entry().kind() == by);
  }
}
