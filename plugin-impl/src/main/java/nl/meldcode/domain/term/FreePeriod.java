package nl.meldcode.domain.term;

import java.time.LocalDate;

/**
 * A vacation or free days of a school, first and last day included.
 *
 * @param name what it is, for the list that the school keeps
 */
public record FreePeriod(String name, LocalDate from, LocalDate to) {
  public FreePeriod {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + name + " " + from);
    }
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
