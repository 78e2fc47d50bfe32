package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.stream.Stream;

/** The word "when": asks something only where a condition is met. */
public record When(Requirement condition, Requirement then) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return condition.met(facts) ? then.lacks(facts) : List.of();
  }

  @Override
  public Stream<Requirement> voices() {
    return then.voices();
  }
}
