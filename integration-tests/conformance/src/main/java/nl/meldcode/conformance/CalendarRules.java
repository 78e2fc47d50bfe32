package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** When a school is closed (Host Connect 6.1). */
final class CalendarRules {
  private static final String CALENDAR = "GET /schools/{schoolId}/calendar";

  private CalendarRules() {}

  static List<Rule> all() {
    return List.of(Rule.with("calendar", "CALENDAR-1", CalendarRules::years));
  }

  private static void years(Host host, Findings found) throws IOException {
    int seen = 0;
    for (JsonNode school : host.all("/schools?limit=500")) {
      List<JsonNode> years = host.all("/schools/" + RosterRules.id(school) + "/calendar");
      seen += years.size();
      for (JsonNode year : years) {
        inOrder(year, found);
        year.path("vacations").forEach(vacation -> inOrder(vacation, found));
        boolean alone = years.stream().filter(other -> overlap(year, other)).count() == 1;
        found.unless(alone, Wrong.TWICE, CALENDAR);
      }
    }
    found.unless(seen > 0, Wrong.EMPTY, CALENDAR);
  }

  private static void inOrder(JsonNode period, Findings found) {
    found.unless(first(period).compareTo(last(period)) <= 0, Wrong.FIELD, CALENDAR, "endDate");
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return first(one).compareTo(last(other)) <= 0 && first(other).compareTo(last(one)) <= 0;
  }

  private static String first(JsonNode period) {
    return period.path("beginDate").asText();
  }

  private static String last(JsonNode period) {
    return period.path("endDate").asText();
  }
}
