package nl.meldcode.api;

import java.util.UUID;

/**
 * A pupil, as the host names it: opaque, never re-used, the same across the schools of a tenant.
 */
public record PupilId(UUID value) {
  /** Reads the canonical text form of a UUID; throws IllegalArgumentException when it is none. */
  public static PupilId of(String text) {
    return new PupilId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
