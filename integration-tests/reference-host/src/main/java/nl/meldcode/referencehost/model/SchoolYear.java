package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.List;

/** When the school is closed in one year. */
public record SchoolYear(
    String schoolYear,
    LocalDate beginDate,
    LocalDate endDate,
    List<Vacation> vacations,
    List<LocalDate> freeDays) {

  /** First and last day of a vacation. */
  public record Vacation(String name, LocalDate beginDate, LocalDate endDate) {}
}
