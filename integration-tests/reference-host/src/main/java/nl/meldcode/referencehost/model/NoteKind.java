package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a note is about (host-connect 6.1, observations). */
public enum NoteKind {
  @JsonProperty("note")
  NOTE("note"),
  @JsonProperty("absence")
  ABSENCE("absence"),
  @JsonProperty("instrumentResult")
  INSTRUMENT_RESULT("instrumentResult");

  private final String wire;

  NoteKind(String wire) {
    this.wire = wire;
  }

  /** The word on the wire. */
  public String wire() {
    return wire;
  }
}
