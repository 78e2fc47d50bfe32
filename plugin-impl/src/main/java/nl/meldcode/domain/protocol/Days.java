package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.meldcode.domain.dossier.Recorded;

/** The days of a school in the Netherlands. */
public final class Days {
  private static final ZoneId SCHOOL = ZoneId.of("Europe/Amsterdam");

  private Days() {}

  /** The day of what an entry tells of; that of recording where the kind has none. */
  public static LocalDate event(Recorded entry) {
    LocalDate on = entry.entry().on();
    return on == null ? recorded(entry) : on;
  }

  /** The day on which an entry was recorded. */
  static LocalDate recorded(Recorded entry) {
    return entry.at().atZone(SCHOOL).toLocalDate();
  }
}
