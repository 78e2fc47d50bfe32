package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.term.FreePeriod;
import nl.meldcode.domain.term.SchoolCalendar;
import nl.meldcode.domain.term.SchoolYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCalendarsTest {
  private static final SchoolId SCHOOL = new SchoolId(RosterReplies.SCHOOL);
  private static final String PATH =
      "GET /connect/v1/schools/" + RosterReplies.SCHOOL + "/calendar";
  private static final LocalDate STUDY_DAY = LocalDate.of(2026, 3, 9);
  private static final LocalDate REGIONAL = LocalDate.of(2026, 3, 10);
  private static final LocalDate OTHER_YEAR = LocalDate.of(2027, 3, 10);
  private static final SchoolCalendar REGION =
      new SchoolCalendar(
          List.of(
              new SchoolYear(
                  LocalDate.of(2025, 8, 1),
                  LocalDate.of(2027, 7, 31),
                  List.of(
                      new FreePeriod("regio", REGIONAL, REGIONAL),
                      new FreePeriod("regio", OTHER_YEAR, OTHER_YEAR)))));
  private static final String OWN =
      """
      {"items": [{"schoolYear": "2025-2026", "beginDate": "2025-08-01", "endDate": "2026-07-31",
       "vacations": [{"name": "voorjaar", "beginDate": "2026-02-14", "endDate": "2026-02-22"}],
       "freeDays": ["2026-03-09"]}]}""";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HostCalendars calendars;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    RosterReplies.capabilities(host, "\"calendar\": true");
    HostClient client = new HostClient(host.settings(), http, PluginKeys.in(folder), clock);
    calendars =
        new HostCalendars(
            client, new HttpRoster(client, clock)::capabilities, school -> REGION, clock);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  @Covers("A.12.21")
  void theSchoolsOwnDaysCountWhereItSaysThemAndTheRegionsElsewhere() {
    host.answer(PATH, json(200, OWN));

    SchoolCalendar calendar = calendars.of(SCHOOL);

    assertThat(calendar.isSchoolDay(STUDY_DAY)).as("a study day").isFalse();
    assertThat(calendar.isSchoolDay(LocalDate.of(2026, 2, 16))).as("in the vacation").isFalse();
    assertThat(calendar.isSchoolDay(REGIONAL)).as("the region's own guess").isTrue();
    assertThat(calendar.isSchoolDay(OTHER_YEAR)).as("a year that it does not say").isFalse();
    assertThat(calendars.of(SCHOOL)).isSameAs(calendar);
    assertThat(host.asked(PATH)).hasSize(1);
  }

  @Test
  void whoOffersNoneIsNotAsked() {
    RosterReplies.capabilities(host, "\"calendar\": false");

    assertThat(calendars.of(SCHOOL)).isEqualTo(REGION);
    assertThat(host.asked(PATH)).isEmpty();
  }

  @Test
  void whatItSaidLastCountsWhileItIsAway() {
    host.answer(PATH, json(200, OWN));
    SchoolCalendar known = calendars.of(SCHOOL);
    host.answerAll(any -> problem(503, "unavailable"));
    clock.pass(Duration.ofHours(2));

    assertThat(calendars.of(SCHOOL)).isEqualTo(known);

    clock.pass(Duration.ofHours(11));
    assertThat(calendars.of(SCHOOL)).as("too old to count by").isEqualTo(REGION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\": [{\"beginDate\": \"2026-07-31\", \"endDate\": \"2025-08-01\", \"vacations\": [], \"freeDays\": []}]}",
        "{\"items\": [{\"beginDate\": \"2025-08-01\", \"endDate\": \"2026-07-31\", \"freeDays\": [],"
            + " \"vacations\": [{\"name\": \"x\", \"beginDate\": \"2026-02-02\", \"endDate\": \"2026-02-01\"}]}]}",
        "{\"items\": [{\"beginDate\": \"2025-08-01\", \"endDate\": \"2026-07-31\"}]}",
        "[]"
      })
  void whatCannotBeIsNotBelieved(String said) {
    host.answer(PATH, json(200, said));

    assertThat(calendars.of(SCHOOL)).isEqualTo(REGION);
  }

  @Test
  void aSchoolWithoutOneGoesByTheRegion() {
    host.answer(PATH, problem(404, "not-found"));

    assertThat(calendars.of(SCHOOL)).isEqualTo(REGION);
    clock.pass(Duration.ofSeconds(30));
    assertThat(calendars.of(SCHOOL)).isEqualTo(REGION);
    assertThat(host.asked(PATH)).as("that is an answer too").hasSize(1);
  }
}
