package nl.meldcode.domain.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolCalendarTest {
  private final SchoolCalendar calendar =
      new SchoolCalendar(
          List.of(
              new SchoolYear(
                  LocalDate.of(2025, 8, 1),
                  LocalDate.of(2026, 7, 31),
                  List.of(
                      new FreePeriod(
                          "voorjaarsvakantie",
                          LocalDate.of(2026, 2, 21),
                          LocalDate.of(2026, 3, 1))))));

  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02",
    "2000, 2000-04-23",
    "2008, 2008-03-23",
    "2025, 2025-04-20",
    "2026, 2026-04-05",
    "2027, 2027-03-28",
    "2038, 2038-04-25"
  })
  void easterIsComputed(int year, LocalDate easter) {
    assertThat(PublicHolidays.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-25",
        "2025-12-25",
        "2025-12-26",
        "2026-05-09",
        "2026-05-10"
      })
  void noWorkIsDoneOnAPublicHolidayOrInAWeekend(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-02", "2026-05-04", "2026-05-15", "2026-12-31", "2027-05-07"})
  void otherWeekdaysAreWorkingDays(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isTrue();
  }

  /** 27 April 2031 is a Sunday. */
  @Test
  void kingsDayGivesWayToASunday() {
    assertThat(PublicHolidays.include(LocalDate.of(2031, 4, 26))).isTrue();
    assertThat(PublicHolidays.include(LocalDate.of(2031, 4, 27))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 5, WORKING_DAY, 2026-03-09",
    "2026-04-02, 1, WORKING_DAY, 2026-04-07",
    "2026-02-16, 5, WORKING_DAY, 2026-02-23",
    "2026-02-16, 5, SCHOOL_DAY, 2026-03-02",
    "2026-02-20, 1, SCHOOL_DAY, 2026-03-02",
    "2026-03-09, 10, WEEK, 2026-05-18",
    "2026-02-23, 10, WEEK, 2026-05-04",
    "2026-02-25, 10, WEEK, 2026-05-06",
    "2026-03-27, 1, WEEK, 2026-04-03",
    "2026-02-27, 2, CALENDAR_DAY, 2026-03-01"
  })
  void countingStartsTheDayAfter(LocalDate from, int amount, TermUnit unit, LocalDate due) {
    assertThat(calendar.due(from, new Term(amount, unit))).contains(due);
  }

  @Test
  void aSchoolYearThatIsNotThereGivesNoAnswer() {
    Term week = new Term(5, TermUnit.SCHOOL_DAY);
    assertThat(calendar.due(LocalDate.of(2026, 7, 30), week)).isEmpty();
    assertThat(calendar.due(LocalDate.of(2026, 7, 30), new Term(5, TermUnit.WORKING_DAY)))
        .contains(LocalDate.of(2026, 8, 6));
    assertThat(calendar.isSchoolDay(LocalDate.of(2026, 8, 3))).isFalse();
  }

  @Test
  void aTermLastsAtLeastOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Term(0, TermUnit.WEEK));
  }
}
