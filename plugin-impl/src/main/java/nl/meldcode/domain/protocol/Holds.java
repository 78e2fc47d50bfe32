package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Set;

/** {@code holds}: a circumstance of the dossier, for conditions. */
public record Holds(Circumstance circumstance) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return circumstance.holds(facts)
        ? List.of()
        : List.of(Lack.plain().called(circumstance.name()));
  }

  @Override
  public boolean met(Facts facts) {
    return circumstance.holds(facts);
  }

  @Override
  public Set<String> variants() {
    return Set.of(circumstance.name());
  }
}
