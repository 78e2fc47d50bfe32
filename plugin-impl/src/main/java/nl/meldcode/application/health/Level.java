package nl.meldcode.application.health;

import java.util.Locale;

/** How bad it is. */
public enum Level {
  /** As it has to be. */
  OK(0),
  /** People can work; somebody has to look at it in office hours. */
  WARN(1),
  /** People cannot work, or something may be lost. */
  CRITICAL(2);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /** For who compares figures: more is worse. */
  public int number() {
    return number;
  }

  /** The text that says it in a word. */
  public String key() {
    return "health.level." + name().toLowerCase(Locale.ROOT);
  }
}
