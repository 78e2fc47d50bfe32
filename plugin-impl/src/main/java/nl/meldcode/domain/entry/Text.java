package nl.meldcode.domain.entry;

import org.jspecify.annotations.Nullable;

/** Lengths of texts, in characters. */
final class Text {
  static final int SHORT = 200;
  static final int LONG = 8000;

  private Text() {}

  static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
