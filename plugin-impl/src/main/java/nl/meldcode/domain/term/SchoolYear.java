package nl.meldcode.domain.term;

import java.time.LocalDate;
import java.util.List;

/** One school year of one school or region: the days that are known, and which of them are free. */
public record SchoolYear(LocalDate from, LocalDate to, List<FreePeriod> free) {
  public SchoolYear {
    free = List.copyOf(free);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from);
    }
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean isFree(LocalDate day) {
    return free.stream().anyMatch(period -> period.includes(day));
  }
}
