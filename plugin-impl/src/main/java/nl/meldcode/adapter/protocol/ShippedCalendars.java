package nl.meldcode.adapter.protocol;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.SchoolCalendars;
import nl.meldcode.domain.term.FreePeriod;
import nl.meldcode.domain.term.SchoolCalendar;
import nl.meldcode.domain.term.SchoolYear;

/** The central vacations per region (A.12, 21). Safe for use by several threads. */
public final class ShippedCalendars implements SchoolCalendars {
  private static final List<String> YEARS = List.of("2025-2026", "2026-2027");

  private final Map<SchoolId, SchoolCalendar> schools;
  private final SchoolCalendar otherwise;

  /**
   * Reads the calendars of these regions: noord, midden or zuid.
   *
   * @param otherwise region of schools that are not in {@code regions}
   * @throws UnreadableProtocol when a file cannot be read or has no such region
   */
  public ShippedCalendars(Map<SchoolId, String> regions, String otherwise) {
    this.schools =
        regions.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> region(entry.getValue())));
    this.otherwise = region(otherwise);
  }

  @Override
  public SchoolCalendar of(SchoolId school) {
    return schools.getOrDefault(school, otherwise);
  }

  /** All shipped school years of a region. */
  static SchoolCalendar region(String region) {
    return new SchoolCalendar(YEARS.stream().map(year -> year(year, region)).toList());
  }

  private static SchoolYear year(String year, String region) {
    String file = "/calendars/" + year + ".json";
    Place root = Place.root(file, Resource.bytes(file));
    root.only("schoolYear", "note", "from", "to", "regions").get("schoolYear").mustBe(year);
    Place free = root.get("regions").only("noord", "midden", "zuid").get(region);
    return new SchoolYear(
        root.get("from").date(),
        root.get("to").date(),
        free.items().stream().map(ShippedCalendars::period).toList());
  }

  private static FreePeriod period(Place place) {
    place.only("name", "from", "to", "advisory");
    return new FreePeriod(
        place.get("name").text(), place.get("from").date(), place.get("to").date());
  }
}
