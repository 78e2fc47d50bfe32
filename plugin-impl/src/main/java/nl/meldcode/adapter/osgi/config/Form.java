package nl.meldcode.adapter.osgi.config;

import java.util.Optional;

/** What a value has to look like. */
@FunctionalInterface
interface Form {
  /** What is wrong with it, as the last part of {@code wrong.} in the texts; empty for nothing. */
  Optional<String> wrong(String value);

  /** This, and when that is well the other, too. */
  default Form and(Form other) {
    return value -> wrong(value).or(() -> other.wrong(value));
  }
}
