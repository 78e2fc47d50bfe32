package nl.meldcode.domain.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts terms for one school. A school year that it does not have gives no answer, never a guess.
 * Immutable.
 *
 * @param years that are known; of several that cover a day the first decides whether it is free
 */
public record SchoolCalendar(List<SchoolYear> years) {
  public SchoolCalendar {
    years = List.copyOf(years);
  }

  /** The same with what the school itself says of some years, or parts of years. */
  public SchoolCalendar with(List<SchoolYear> own) {
    return new SchoolCalendar(Stream.concat(own.stream(), years.stream()).toList());
  }

  /** Monday to Friday, unless it is a public holiday. */
  public boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !PublicHolidays.include(day);
  }

  /** Whether the school year of that day is known. */
  public boolean covers(LocalDate day) {
    return years.stream().anyMatch(year -> year.covers(day));
  }

  /** A working day on which the school is open; false also where the school year is not known. */
  public boolean isSchoolDay(LocalDate day) {
    return isWorkingDay(day) && covers(day) && !isFree(day);
  }

  private boolean isFree(LocalDate day) {
    for (SchoolYear year : years) {
      if (year.covers(day)) {
        return year.isFree(day);
      }
    }
    return false;
  }

  /** The last day of the term; empty when it runs into a school year that is not known. */
  public Optional<LocalDate> due(LocalDate from, Term term) {
    return switch (term.unit()) {
      case CALENDAR_DAY -> Optional.of(from.plusDays(term.amount()));
      case WEEK -> Optional.of(from.plusWeeks(term.amount()));
      case DAY_OUTSIDE_VACATION -> count(from, term.amount(), day -> !isFree(day), this::covers);
      case WORKING_DAY -> count(from, term.amount(), this::isWorkingDay, day -> true);
      case SCHOOL_DAY -> count(from, term.amount(), this::isSchoolDay, this::covers);
    };
  }

  /**
   * How many school days lie after the first day, up to and including the second; 0 when that is
   * not later, empty when a day of them stands in a school year that is not known.
   */
  public OptionalInt schoolDays(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (!covers(day)) {
        return OptionalInt.empty();
      }
      days += isSchoolDay(day) ? 1 : 0;
    }
    return OptionalInt.of(days);
  }

  private static Optional<LocalDate> count(
      LocalDate from, int amount, Predicate<LocalDate> counts, Predicate<LocalDate> known) {
    LocalDate day = from;
    for (int left = amount; left > 0; ) {
      day = day.plusDays(1);
      if (!known.test(day)) {
        return Optional.empty();
      }
      left -= counts.test(day) ? 1 : 0;
    }
    return Optional.of(day);
  }
}
