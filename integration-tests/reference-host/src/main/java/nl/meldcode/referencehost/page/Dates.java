package nl.meldcode.referencehost.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates are written on the screen. */
final class Dates {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm", DUTCH).withZone(ZONE);

  private Dates() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String day(Instant at) {
    return day(LocalDate.ofInstant(at, ZONE));
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }
}
