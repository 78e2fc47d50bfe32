package nl.meldcode.domain.protocol;

import java.util.List;

/** {@code holds}: a circumstance of the dossier, for conditions. */
public record Holds(Circumstance circumstance) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(circumstance.holds(facts));
  }
}
