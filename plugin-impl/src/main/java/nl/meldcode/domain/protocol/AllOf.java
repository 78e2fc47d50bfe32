package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.stream.Stream;

/** {@code allOf}: each of these; what lacks in any of them is named. */
public record AllOf(List<Requirement> all) implements Requirement {
  public AllOf {
    all = List.copyOf(all);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return all.stream().flatMap(one -> one.lacks(facts).stream()).toList();
  }

  @Override
  public Stream<Requirement> voices() {
    return all.stream().flatMap(Requirement::voices);
  }
}
