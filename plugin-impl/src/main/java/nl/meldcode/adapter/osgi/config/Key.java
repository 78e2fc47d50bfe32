package nl.meldcode.adapter.osgi.config;

import org.jspecify.annotations.Nullable;

/**
 * One line of a configuration.
 *
 * @param standard what holds when it is missing or empty; null when it has to be there
 * @param amount how many values there may be
 * @param shown whether its value may be quoted
 */
record Key(String name, Form form, @Nullable String standard, Amount amount, boolean shown) {
  /** How many values. */
  enum Amount {
    ONE,
    /** Several, also as words of one text with commas between them. */
    WORDS,
    /** Several, each of which may hold anything. */
    LINES
  }

  /** It has to be there. */
  static Key needed(String name, Form form) {
    return new Key(name, form, null, Amount.ONE, true);
  }

  /** It may be left out. */
  static Key otherwise(String name, Form form, String standard) {
    return new Key(name, form, standard, Amount.ONE, true);
  }

  Key of(Amount other) {
    return new Key(name, form, standard, other, shown);
  }

  Key unshown() {
    return new Key(name, form, standard, amount, false);
  }
}
