package nl.meldcode.domain.family;

import nl.meldcode.api.PersonId;

/** A guardian of one pupil. Holds a name: printed as id only. */
public record Guardian(PersonId id, String name, Relation relation, Authority authority) {
  /** The same guardian with the authority that IB or head confirmed. */
  public Guardian withAuthority(Authority confirmed) {
    return new Guardian(id, name, relation, confirmed);
  }

  @Override
  public String toString() {
    return "Guardian[" + id + "]";
  }
}
