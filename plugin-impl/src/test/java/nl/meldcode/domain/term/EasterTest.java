package nl.meldcode.domain.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Easter Sundays as the tables of the Church have them, the early, the late and the odd ones. */
class EasterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "1999-04-04",
        "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2028-04-16", "2029-04-01", "2035-03-25", "2038-04-25", "2049-04-18",
        "2076-04-19", "2100-03-28", "2285-03-22", "2400-04-16"
      })
  void easterFallsOn(String day) {
    int year = Integer.parseInt(day.substring(0, 4));
    assertThat(PublicHolidays.easter(year)).hasToString(day);
  }
}
