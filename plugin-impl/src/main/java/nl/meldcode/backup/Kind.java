package nl.meldcode.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a backup holds. Data and keys never lie together: who finds one of them reads nothing (S23).
 */
public enum Kind {
  @JsonProperty("data")
  DATA("meldcode-data-"),
  @JsonProperty("keys")
  KEYS("meldcode-keys-");

  private final String prefix;

  Kind(String prefix) {
    this.prefix = prefix;
  }

  /** How the names of such backups begin. */
  String prefix() {
    return prefix;
  }

  Kind other() {
    return this == DATA ? KEYS : DATA;
  }

  @Override
  public String toString() {
    return this == DATA ? "data" : "keys";
  }
}
