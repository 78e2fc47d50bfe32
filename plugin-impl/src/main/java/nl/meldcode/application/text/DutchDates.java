package nl.meldcode.application.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people say them: "dinsdag 3 maart 2026", "12.31". */
public final class DutchDates {
  /** The language of documents and of the school. */
  public static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", DUTCH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", DUTCH);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", DUTCH);

  private DutchDates() {}

  /** Day, month and year. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Day and month, with the year only when it is not the present one. */
  public static String shortDay(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? SHORT.format(day) : DAY.format(day);
  }

  /** Hours and minutes. */
  public static String time(LocalTime time) {
    return TIME.format(time);
  }
}
