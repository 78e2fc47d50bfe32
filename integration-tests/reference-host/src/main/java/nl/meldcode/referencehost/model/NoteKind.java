package nl.meldcode.referencehost.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a note is about (host-connect 6.1, observations). */
public enum NoteKind {
  NOTE("note"),
  ABSENCE("absence"),
  INSTRUMENT_RESULT("instrumentResult");

  private final String wire;

  NoteKind(String wire) {
    this.wire = wire;
  }

  /** The word on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
