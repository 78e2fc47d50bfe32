package nl.meldcode.adapter.oneroster;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.oneroster.OneRosterDesk.LOTTE;
import static nl.meldcode.adapter.oneroster.OneRosterDesk.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What real servers do, one by one (Host Connect 5). */
class HostileServerTest {
  private static final int MANY = 612;

  /** A collection that may be empty, so that nothing else can tell that it is wrong. */
  private static final String SESSIONS = "GET " + RosterServer.BASE + "/academicSessions";

  @TempDir private Path folder;
  private OneRosterDesk desk;
  private RosterServer server;

  @BeforeEach
  void begin() throws Exception {
    desk = new OneRosterDesk(folder);
    server = desk.server;
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, 10000",
    "true, false, 10000",
    "false, true, 10000",
    "false, false, 10000",
    "true, true, 100",
    "true, false, 100",
    "false, true, 100",
    "false, false, 100",
    "false, false, 30"
  })
  @Covers("R03")
  void pagesAreReadToTheEndWhateverTheServerSaysOfThem(boolean link, boolean total, int clamp) {
    manyPupils();
    server.sendsLink = link;
    server.sendsTotal = total;
    server.clamp = clamp;

    assertThat(pupilsWhenRead()).isEqualTo(MANY + 1);
    assertThat(desk.host.asked("GET /elsewhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  @Covers("R03")
  void aPartIsNeverTakenForTheWhole(boolean link, boolean total) {
    manyPupils();
    server.sendsLink = link;
    server.sendsTotal = total;
    server.takesOffset = false;

    assertThatThrownBy(() -> desk.roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  void aServerThatIgnoresTheLimitGivesAllAtOnce() {
    manyPupils();
    desk.roster.staff(SCHOOL);
    int size = server.of("users").size();
    assertThat(size).isGreaterThan(Pages.LIMIT);
    String all = "{\"users\": " + server.of("users").values() + "}";
    desk.host.answer("GET " + RosterServer.BASE + "/users", json(200, all));
    desk.clock.pass(Duration.ofHours(2));

    assertThat(pupilsWhenRead()).isEqualTo(MANY + 1);
  }

  @Test
  @Covers("R03")
  void anEmptyRosterIsAnAlarmAndRemovesNobody() {
    Surroundings before = desk.roster.around(SCHOOL, LOTTE);
    String line = "GET " + RosterServer.BASE + "/users";
    desk.host.answer(line, json(200, "{\"users\": []}"));

    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Copies.class)).addAppender(log);
    for (int hour = 1; hour <= 11; hour++) {
      desk.clock.pass(Duration.ofHours(1));
      assertThat(desk.roster.around(SCHOOL, LOTTE)).isEqualTo(before);
      assertThat(desk.roster.isPupil(SCHOOL, LOTTE)).isTrue();
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("OneRoster: ALARM: users is empty; it had 9; what was read before stands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orgs", "classes", "enrollments", "users"})
  @Covers("R03")
  void aServerWithoutAnybodyIsNoServer(String name) {
    desk.host.answer("GET " + RosterServer.BASE + "/" + name, json(200, "{\"" + name + "\": []}"));

    assertThatThrownBy(() -> desk.roster.pupils(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("R03")
  void whoIsMissingIsUnknownUntilAllWasReadTwice() {
    server.put("users", "p2", RosterRows.user("Tim", "Vos", "student", RosterRows.ORG));
    server.put("enrollments", "e9", RosterRows.enrollment("p2", "c5a", "student"));
    assertThat(desk.roster.pupils(SCHOOL)).hasSize(2);

    server.of("users").remove("p2");
    desk.minuteLater();
    assertThat(desk.roster.pupils(SCHOOL)).as("a delta says nothing of it").hasSize(2);
    desk.clock.pass(Duration.ofHours(1));
    assertThat(desk.roster.pupils(SCHOOL)).as("missing once").hasSize(2);
    desk.clock.pass(Duration.ofHours(1));
    assertThat(desk.roster.pupils(SCHOOL)).as("missing twice").hasSize(1);
  }

  @Test
  void whatIsToBeDeletedGoesAtOnce() {
    server.put("users", "p2", RosterRows.user("Tim", "Vos", "student", RosterRows.ORG));
    server.put("enrollments", "e9", RosterRows.enrollment("p2", "c5a", "student"));
    assertThat(desk.roster.pupils(SCHOOL)).hasSize(2);

    server.put("users", "p2", "'status': 'tobedeleted'", "2026-11-12T10:00:30Z");
    desk.minuteLater();
    assertThat(desk.roster.pupils(SCHOOL)).hasSize(1);
  }

  @Test
  void changesAreReadWithAQuarterOfAnHourOfOverlap() {
    desk.roster.pupils(SCHOOL);
    server.put(
        "users",
        RosterRows.LOTTE,
        RosterRows.user("Lot", "Berg", "student", RosterRows.ORG),
        "2026-11-12T09:46:00Z");
    desk.minuteLater();

    assertThat(desk.roster.pupils(SCHOOL))
        .extracting(one -> one.name())
        .containsExactly("Lot Berg");
    assertThat(server.asked("users", "filter=dateLastModified%3E%272026-11-12T09%3A45%3A00Z%27"))
        .isPositive();
  }

  @Test
  void aChangeWithoutAStampIsSeenWhenAllIsRead() {
    desk.roster.pupils(SCHOOL);
    String renamed = RosterRows.user("Lot", "Berg", "student", RosterRows.ORG);
    server.put("users", RosterRows.LOTTE, renamed, "2025-01-01T00:00:00");
    desk.minuteLater();
    assertThat(desk.roster.pupils(SCHOOL)).extracting(one -> one.name()).doesNotContain("Lot Berg");

    desk.clock.pass(Duration.ofHours(1));
    assertThat(desk.roster.pupils(SCHOOL))
        .extracting(one -> one.name())
        .containsExactly("Lot Berg");
  }

  @Test
  void aServerThatTakesNoFilterIsReadAsAWhole() {
    server.takesFilter = false;
    desk.roster.pupils(SCHOOL);
    server.put(
        "users", RosterRows.LOTTE, RosterRows.user("Lot", "Berg", "student", RosterRows.ORG));
    desk.minuteLater();

    assertThat(desk.roster.pupils(SCHOOL))
        .extracting(one -> one.name())
        .containsExactly("Lot Berg");
  }

  @Test
  void aServerThatTakesNoChoiceOfFieldsIsAskedWithout() {
    server.takesFields = false;

    assertThat(desk.roster.around(SCHOOL, LOTTE).pupil().groupName()).isEqualTo("5a");
    desk.minuteLater();
    desk.roster.pupils(SCHOOL);
    assertThat(server.asked("users", "fields=")).isEqualTo(1);
  }

  @Test
  @Covers("R03")
  void aRowThatCannotBeReadHarmsNoOther() {
    desk.roster.pupils(SCHOOL);
    server.put("users", RosterRows.LOTTE, "'givenName': ['x']", "2026-11-12T10:00:30Z");
    server.put("users", "", "'givenName': 'x'", "2026-11-12T10:00:30Z");
    desk.minuteLater();

    assertThat(desk.roster.isPupil(SCHOOL, LOTTE)).isTrue();
    assertThat(desk.roster.around(SCHOOL, LOTTE).asOf()).isEqualTo(desk.clock.instant());
  }

  @Test
  @Covers("R03")
  void rowsOfWhichNoneCanBeReadAreJunk() {
    String rows = "[{\"sourcedId\": \"this\", \"startDate\": {}}]";
    Map<String, String> headers = Map.of("Content-Type", "application/json", "X-Total-Count", "1");
    desk.host.answer(SESSIONS, new Canned(200, headers, "{\"academicSessions\": " + rows + "}"));

    assertThatThrownBy(() -> desk.roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 422, 429, 500})
  @Covers("R03")
  void anErrorInItsOwnShapeIsNoAnswer(int status) {
    desk.host.answerAll(asked -> RosterServer.statusInfo(status));

    assertThatThrownBy(() -> desk.roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("R03")
  void anErrorInsideA200IsNoAnswer() {
    desk.host.answer(SESSIONS, RosterServer.statusInfo(200));

    assertThatThrownBy(() -> desk.roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers({"R01", "R18"})
  void whoAsksAHalfOpenConnectionWaitsNoLongerThanAFewSeconds() {
    CountDownLatch never = new CountDownLatch(1);
    desk.roster.pupils(SCHOOL);
    desk.host.answerAll(asked -> waiting(never));
    desk.minuteLater();
    long begin = System.nanoTime();

    assertThat(desk.roster.pupils(SCHOOL)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    never.countDown();
  }

  private static Canned waiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Canned(-1, Map.of(), "");
  }

  private void manyPupils() {
    for (int i = 0; i < MANY; i++) {
      server.put("users", "p" + i, RosterRows.user("K" + i, "Kind", "student", RosterRows.ORG));
      server.put("enrollments", "n" + i, RosterRows.enrollment("p" + i, "c5a", "student"));
    }
  }

  /** Small pages take longer than one look may wait. */
  private int pupilsWhenRead() {
    for (int look = 0; look < 100; look++) {
      try {
        return desk.roster.pupils(SCHOOL).size();
      } catch (HostUnavailable e) {
        desk.clock.pass(Duration.ofSeconds(3));
      }
    }
    throw new AssertionError("never read to the end");
  }
}
