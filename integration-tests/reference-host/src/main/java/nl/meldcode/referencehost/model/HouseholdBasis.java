package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** What makes people one household (Host Connect 6.1). */
public enum HouseholdBasis {
  /** They were seen at one address. */
  ADDRESS("address"),
  /** They told the school so. */
  REGISTERED("registered");

  private final String wire;

  HouseholdBasis(String wire) {
    this.wire = wire;
  }

  /** The word of the contract. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
