package nl.meldcode.domain.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which no term runs: Algemene termijnenwet art. 3, with Good Friday (A.12, 21). */
final class PublicHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 5), MonthDay.of(12, 25), MonthDay.of(12, 26));

  /** Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
  private static final Set<Integer> FROM_EASTER = Set.of(-2, 1, 39, 50);

  private PublicHolidays() {}

  static boolean include(LocalDate day) {
    long fromEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
    return FIXED.contains(MonthDay.from(day))
        || FROM_EASTER.contains((int) fromEaster)
        || day.equals(kingsDay(day.getYear()));
  }

  /** 27 April, or the day before when that is a Sunday. */
  private static LocalDate kingsDay(int year) {
    LocalDate birthday = LocalDate.of(year, 4, 27);
    return birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
  }

  /** Easter Sunday of the Gregorian calendar (anonymous algorithm of Meeus, Jones and Butcher). */
  static LocalDate easter(int year) {
    int moon = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int epact =
        (19 * moon + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int shift = (moon + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * shift + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
