package nl.meldcode.api;

import java.util.UUID;

/** A person in a pupil's family, as the host names them. */
public record PersonId(UUID value) {
  /** Reads the canonical text form of a UUID; throws IllegalArgumentException when it is none. */
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
