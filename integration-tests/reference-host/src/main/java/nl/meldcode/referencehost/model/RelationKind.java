package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person is to a pupil. */
public enum RelationKind {
  MOTHER("mother", "moeder"),
  FATHER("father", "vader"),
  GUARDIAN("guardian", "voogd"),
  FOSTER_PARENT("fosterParent", "pleegouder"),
  FAMILY_GUARDIAN("familyGuardian", "gezinsvoogd"),
  OTHER("other", "anders");

  private final String wire;
  private final String dutch;

  RelationKind(String wire, String dutch) {
    this.wire = wire;
    this.dutch = dutch;
  }

  /** The word of the contract. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The word on the screen. */
  public String dutch() {
    return dutch;
  }
}
