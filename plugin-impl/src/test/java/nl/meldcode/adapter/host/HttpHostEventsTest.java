package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostEvents.OfMany;
import nl.meldcode.application.port.HostEvents.OfOthers;
import nl.meldcode.application.port.HostEvents.OfPupil;
import nl.meldcode.application.port.HostEvents.OfStaff;
import nl.meldcode.application.port.HostEvents.Page;
import nl.meldcode.application.port.HostEvents.SignedOut;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.PlaceUnknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpHostEventsTest {
  private static final String FEED = "GET /connect/v1/events";
  private static final UUID LOTTE = UUID.fromString(RosterReplies.LOTTE);

  @TempDir private Path folder;
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HostClient client;
  private HttpHostEvents events;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    TestClock clock = new TestClock();
    client = new HostClient(host.settings(), http, PluginKeys.in(folder), clock);
    events = new HttpHostEvents(client);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "leerling-verplaatst, OfPupil",
    "leerling-uitgeschreven, OfPupil",
    "gezag-gewijzigd, OfPupil",
    "relatie-gewijzigd, OfPupil",
    "huishouden-gewijzigd, OfMany",
    "leerling-samengevoegd, OfMany",
    "leerling-gesplitst, OfMany",
    "bulkwijziging, OfMany",
    "medewerker-uitdienst, OfStaff",
    "medewerker-afgemeld, OfOthers",
    "dossieritem-toegevoegd, OfOthers",
    "iets-nieuws, OfOthers"
  })
  void eachTypeSaysWhatChanged(String type, String kind) {
    feed(event("nl.leerlingadministratie." + type, LOTTE.toString()), "");

    assertThat(events.after(null).changes())
        .singleElement()
        .extracting(one -> one.getClass().getSimpleName())
        .isEqualTo(kind);
  }

  @Test
  @Covers("S04")
  void aSignOutSaysWhoAndSinceWhen() {
    String type = "nl.leerlingadministratie.medewerker-afgemeld";
    String data = "\"data\": {\"staffId\": \"%s\", \"authTime\": %s}";
    for (String since : new String[] {"1770624000", "\"1770624000\"", "1e99", "null"}) {
      String event = event(type, LOTTE.toString());
      feed(event.replaceFirst("\\{", "{" + data.formatted(LOTTE, since) + ", "), "");

      assertThat(events.after(null).changes())
          .as(since)
          .containsExactly(
              since.equals("1770624000")
                  ? new SignedOut(new StaffId(LOTTE), Instant.ofEpochSecond(1_770_624_000))
                  : new OfOthers());
    }
  }

  @Test
  void whereToGoOnIsTakenFromTheLinkAndGivenBack() {
    String link = "<https://elsewhere.example/events?limit=100&cursor=a%2F7>; rel=\"next\"";
    feed(event("nl.leerlingadministratie.gezag-gewijzigd", LOTTE.toString()), link);

    Page page = events.after("5");

    assertThat(page.changes()).containsExactly(new OfPupil(new PupilId(LOTTE)));
    assertThat(page.next()).isEqualTo("a%2F7");
    assertThat(host.asked())
        .extracting(HostStub.Asked::line)
        .contains(FEED + "?limit=100&cursor=5");
  }

  /** The way back is no way on: it would be read over and over. */
  @Test
  @Covers("R10")
  void amongLinksTheNextIsTaken() {
    String event = event("nl.leerlingadministratie.gezag-gewijzigd", LOTTE.toString());
    feed(event, "<https://h/events?cursor=1>; rel=\"prev\", <https://h/events?cursor=9>; rel=next");
    assertThat(events.after("5").next()).isEqualTo("9");
    feed(event, "<https://h/events?cursor=1>; rel=\"prev\"; title=\"next\"");
    assertThat(events.after("5").next()).isNull();
  }

  @Test
  void aCursorThatWouldChangeTheAddressIsNotKept() {
    feed("", "<https://h/events?cursor=a#b>; rel=\"next\"");
    assertThat(events.after(null).next()).isNull();
    feed("", "<https://h/events>; rel=\"next\"");
    assertThat(events.after(null).next()).isNull();
  }

  @Test
  void aSubjectThatCannotBeReadMayBeAnybody() {
    feed(event("nl.leerlingadministratie.gezag-gewijzigd", "Lotte"), "");

    assertThat(events.after(null).changes()).containsExactly(new OfMany());
  }

  @Test
  void aTypeOfSomebodyElseSaysNothing() {
    feed(event("org.example.gezag-gewijzigd", LOTTE.toString()), "");

    assertThat(events.after(null).changes()).containsExactly(new OfOthers());
    assertThat(new OfStaff()).isEqualTo(new OfStaff());
  }

  @Test
  @Covers("R10")
  void whatIsNoFeedIsNotReadAsAnEmptyOne() {
    host.answer(FEED, HostStub.loginPage());
    assertThatThrownBy(() -> events.after(null)).isInstanceOf(HostUnavailable.class);
    host.answer(FEED, HostStub.json(200, "{}"));
    assertThatThrownBy(() -> events.after(null)).isInstanceOf(HostUnavailable.class);
    host.answer(FEED, HostStub.problem(404, "not-found"));
    assertThatThrownBy(() -> events.after(null)).isInstanceOf(HostRefused.class);
  }

  /** Host Connect lets a host refuse a cursor that it did not give, or gave too long ago. */
  @ParameterizedTest
  @Covers("R01")
  @CsvSource({"400, validation", "410, gone"})
  void aRefusedPlaceIsToldFromAFeedThatIsNotThere(int status, String type) {
    host.answer(FEED, HostStub.problem(status, type));

    assertThatThrownBy(() -> events.after("7")).isInstanceOf(PlaceUnknown.class);
    assertThatThrownBy(() -> events.after(null)).isInstanceOf(HostRefused.class);
    host.answer(FEED, HostStub.problem(404, "not-found"));
    assertThatThrownBy(() -> events.after("7")).isInstanceOf(HostRefused.class);
  }

  /** What few hosts have must not cut off what all have. */
  @Test
  @Covers("R10")
  void aFeedThatFailsLeavesTheRosterReachable() {
    host.answer(FEED, HostStub.json(500, "{}"));
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> events.after(null)).isInstanceOf(HostUnavailable.class);
    }
    RosterReplies.in(host);

    assertThat(client.one("/pupils/" + LOTTE, Wire.Pupil.class).id()).isEqualTo(LOTTE);
  }

  private void feed(String event, String link) {
    Canned plain = HostStub.json(200, "{\"items\": [" + event + "]}");
    host.answer(
        FEED,
        link.isEmpty()
            ? plain
            : new Canned(
                200, Map.of("Content-Type", "application/json", "Link", link), plain.body()));
  }

  private static String event(String type, String subject) {
    return "{\"specversion\": \"1.0\", \"type\": \"%s\", \"subject\": \"%s\"}"
        .formatted(type, subject);
  }
}
