package nl.meldcode.api;

import java.util.UUID;

/** One dossier: one pupil, one school, one route. Given out by the plugin. */
public record DossierId(UUID value) {
  /** Reads the canonical text form of a UUID; throws IllegalArgumentException when it is none. */
  public static DossierId of(String text) {
    return new DossierId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
