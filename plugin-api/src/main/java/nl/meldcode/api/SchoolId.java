package nl.meldcode.api;

import java.util.Objects;

/**
 * The school as the host names it; the first part of every key the plugin stores.
 *
 * @param value opaque, never blank
 */
public record SchoolId(String value) {

  /** Refuses a blank id with {@link IllegalArgumentException}: it would address every school. */
  public SchoolId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("A school id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
