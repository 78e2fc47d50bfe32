package nl.meldcode.api;

import java.util.UUID;

/** A member of staff, as the host names them. */
public record StaffId(UUID value) {
  /** Reads the canonical text form of a UUID; throws IllegalArgumentException when it is none. */
  public static StaffId of(String text) {
    return new StaffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
