package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Locator;

/**
 * With what somebody works at a screen. Each act is done by that alone, and fails where they could
 * not do it.
 */
enum Hand {
  MOUSE {
    @Override
    void press(Locator what) {
      what.click();
    }

    @Override
    void fill(Locator field, String text) {
      field.fill(text);
    }

    @Override
    void check(Locator choice) {
      choice.check();
    }

    @Override
    void select(Locator list, String value) {
      list.selectOption(value);
    }
  },
  KEYBOARD {
    @Override
    void press(Locator what) {
      Keys.press(what);
    }

    @Override
    void fill(Locator field, String text) {
      Keys.fill(field, text);
    }

    @Override
    void check(Locator choice) {
      Keys.check(choice);
    }

    @Override
    void select(Locator list, String value) {
      Keys.select(list, value);
    }
  },
  TOUCH {
    @Override
    void press(Locator what) {
      Finger.tap(what);
    }

    @Override
    void fill(Locator field, String text) {
      Finger.tap(field);
      field.fill(text);
    }

    @Override
    void check(Locator choice) {
      Finger.check(choice);
    }

    @Override
    void select(Locator list, String value) {
      Finger.tap(list);
      list.selectOption(value);
    }
  };

  /** The hand that is asked for with {@code -Dmeldcode.hand}, or else this one. */
  static Hand askedOr(Hand usual) {
    String asked = System.getProperty("meldcode.hand");
    return asked == null ? usual : valueOf(asked);
  }

  /** How many pixels wide the screen is on which somebody works so. */
  int width() {
    return this == TOUCH ? Chromium.PHONE : Chromium.WIDE;
  }

  /** Presses a button, a link or what folds open. */
  abstract void press(Locator what);

  /** Puts this text, day or time into a field, in place of what stood there. */
  abstract void fill(Locator field, String text);

  /** Ticks a box, or chooses an answer. */
  abstract void check(Locator choice);

  /** Chooses from a list that folds out. */
  abstract void select(Locator list, String value);
}
