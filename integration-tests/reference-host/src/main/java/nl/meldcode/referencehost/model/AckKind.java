package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a guardian took note of a document (host-connect 6.4). */
public enum AckKind {
  SIGNED("signed", "ondertekend"),
  SEEN("seen", "gezien"),
  REFUSED("refused", "geweigerd"),
  NOT_REACHED("notReached", "niet bereikt");

  private final String wire;
  private final String dutch;

  AckKind(String wire, String dutch) {
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
