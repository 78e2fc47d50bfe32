package nl.meldcode.referencehost.seed;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.referencehost.model.SchoolYear;
import nl.meldcode.referencehost.model.SchoolYear.Vacation;

/**
 * The vacations of the demo school, which lies in the middle of the country, and its study days.
 */
public final class DemoCalendar {
  private DemoCalendar() {}

  /** Two school years. */
  public static List<SchoolYear> years() {
    return List.of(
        new SchoolYear(
            "2025-2026",
            LocalDate.of(2025, 8, 1),
            LocalDate.of(2026, 7, 31),
            List.of(
                vacation("zomervakantie 2025", "2025-07-19", "2025-08-31"),
                vacation("herfstvakantie", "2025-10-18", "2025-10-26"),
                vacation("kerstvakantie", "2025-12-20", "2026-01-04"),
                vacation("voorjaarsvakantie", "2026-02-14", "2026-02-22"),
                vacation("meivakantie", "2026-04-25", "2026-05-03"),
                vacation("zomervakantie 2026", "2026-07-18", "2026-08-30")),
            List.of(LocalDate.of(2025, 10, 6))),
        new SchoolYear(
            "2026-2027",
            LocalDate.of(2026, 8, 1),
            LocalDate.of(2027, 7, 31),
            List.of(
                vacation("zomervakantie 2026", "2026-07-18", "2026-08-30"),
                vacation("herfstvakantie", "2026-10-17", "2026-10-25"),
                vacation("kerstvakantie", "2026-12-19", "2027-01-03"),
                vacation("voorjaarsvakantie", "2027-02-20", "2027-02-28"),
                vacation("meivakantie", "2027-04-24", "2027-05-02"),
                vacation("zomervakantie 2027", "2027-07-17", "2027-08-29")),
            List.of(LocalDate.of(2026, 10, 5), LocalDate.of(2027, 3, 8))));
  }

  private static Vacation vacation(String name, String first, String last) {
    return new Vacation(name, LocalDate.parse(first), LocalDate.parse(last));
  }
}
