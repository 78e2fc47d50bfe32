package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.entry.Kind;

/** {@code recorded}: an entry of that kind is there, and still counts. */
public record RecordedKind(Kind kind) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(kind);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(facts.has(kind));
  }
}
