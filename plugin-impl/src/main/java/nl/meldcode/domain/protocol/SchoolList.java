package nl.meldcode.domain.protocol;

import java.util.List;

/** {@code schoolList}: the school has filled in a list of that name (S1.9, O8). */
public record SchoolList(String name) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(facts.filledLists().contains(name));
  }
}
