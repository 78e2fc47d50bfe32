package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.term.SchoolCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedCalendarsTest {
  @ParameterizedTest
  @CsvSource({
    "noord, 2026-02-16, true", "midden, 2026-02-16, false", "zuid, 2026-02-16, false",
    "noord, 2026-02-23, false", "midden, 2026-02-23, true", "zuid, 2025-10-13, false",
    "noord, 2025-10-13, true", "noord, 2025-12-29, false", "midden, 2026-04-29, false",
    "noord, 2026-07-06, false", "midden, 2026-07-06, true", "noord, 2026-08-14, false",
    "noord, 2026-08-17, true", "zuid, 2027-02-15, false", "midden, 2027-02-15, true"
  })
  void eachRegionHasItsVacations(String region, LocalDate day, boolean open) {
    assertThat(ShippedCalendars.region(region).isSchoolDay(day)).isEqualTo(open);
  }

  @Test
  void twoSchoolYearsAreKnownAndNoMore() {
    SchoolCalendar noord = ShippedCalendars.region("noord");
    assertThat(noord.covers(LocalDate.of(2025, 7, 31))).isFalse();
    assertThat(noord.covers(LocalDate.of(2025, 8, 1))).isTrue();
    assertThat(noord.covers(LocalDate.of(2027, 7, 31))).isTrue();
    assertThat(noord.covers(LocalDate.of(2027, 8, 1))).isFalse();
  }

  @Test
  void aSchoolFollowsItsRegion() {
    SchoolId zuid = new SchoolId("99XX");
    ShippedCalendars calendars = new ShippedCalendars(Map.of(zuid, "zuid"), "noord");
    LocalDate vacation = LocalDate.of(2026, 2, 16);
    assertThat(calendars.of(zuid).isSchoolDay(vacation)).isFalse();
    assertThat(calendars.of(new SchoolId("99YY")).isSchoolDay(vacation)).isTrue();
  }
}
