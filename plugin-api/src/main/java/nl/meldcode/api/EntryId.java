package nl.meldcode.api;

import java.util.UUID;

/** One recorded entry. Source of every id that is used for it at the host (UUIDv5). */
public record EntryId(UUID value) {
  /** Reads the canonical text form of a UUID; throws IllegalArgumentException when it is none. */
  public static EntryId of(String text) {
    return new EntryId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
