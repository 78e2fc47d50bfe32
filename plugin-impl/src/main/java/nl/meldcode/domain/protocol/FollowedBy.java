package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
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
        .filter(one -> !facts.dossier().hasAfter(one, next -> next == by))
        .map(one -> Lack.of(new Argument.Day(Days.event(one))).since(Days.event(one)))
        .toList();
  }
}
