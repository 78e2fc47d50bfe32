package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.stream.Stream;

/** {@code anyOf}: one of these is enough; without any, what lacks in the first is named. */
public record AnyOf(List<Requirement> any) implements Requirement {
  public AnyOf {
    any = List.copyOf(any);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return any.stream().anyMatch(one -> one.met(facts)) ? List.of() : any.get(0).lacks(facts);
  }

  @Override
  public Stream<Requirement> voices() {
    return any.get(0).voices();
  }
}
