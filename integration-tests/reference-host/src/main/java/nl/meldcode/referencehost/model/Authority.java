package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a guardian has parental authority over the pupil, as far as the school knows. */
public enum Authority {
  YES("yes", "ja"),
  NO("no", "nee"),
  UNKNOWN("unknown", "onbekend");

  private final String wire;
  private final String dutch;

  Authority(String wire, String dutch) {
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
