package nl.meldcode.application.health;

import java.util.Locale;

/** What is looked at, in the order in which it is shown. */
public enum Part {
  /** Pages and interface are registered and served. */
  PAGES,
  /** The database takes and gives. */
  DATABASE,
  /** What was recorded is what is kept, and was signed lately. */
  CHAIN,
  /** The pupil administration answers. */
  HOST,
  /** What has to go to the pupil administration goes. */
  RELAY,
  /** Keys are there, private, and open what they have to. */
  KEYS,
  /** There is room. */
  DISK,
  /** The clock is that of the pupil administration. */
  CLOCK,
  /** Backups are made. */
  BACKUP,
  /** Nobody can install code from outside. */
  CONSOLE;

  /** The text that names it. */
  public String key() {
    return "health." + word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
