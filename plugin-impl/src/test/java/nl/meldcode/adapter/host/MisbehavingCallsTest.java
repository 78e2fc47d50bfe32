package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls to a host may cost, whatever it does: time, threads, memory and secrets. */
class MisbehavingCallsTest {
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final PupilId LOTTE = new PupilId(HostRoster.child(0));
  private static final byte[] PDF = "%PDF-1.7 verslag".getBytes(UTF_8);
  private static final EntryId REPORT = new EntryId(UUID.randomUUID());

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private MisbehavingHost host;
  private HttpRoster roster;
  private HttpHostRecord record;

  @BeforeEach
  void begin() throws Exception {
    host = new MisbehavingHost(HostRoster.of(60, 20));
    HostClient client = host.client(http, folder, clock);
    roster = new HttpRoster(client, clock);
    record = new HttpHostRecord(client);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  @Covers({"R01", "R03"})
  void ofAnAnswerWithoutEndLittleIsRead() {
    host.behaviour = Behaviour.ENDLESS_BODY;

    assertThatThrownBy(() -> roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
    assertThat(host.sent.get()).isLessThan(32 << 20);
  }

  @Test
  @Covers({"R01", "R18"})
  void aDeadlineHoldsForHeadersAndBodyTogether() {
    for (Behaviour late : List.of(Behaviour.NO_HEADERS, Behaviour.DRIP)) {
      host.behaviour = late;
      clock.pass(Duration.ofSeconds(3));
      assertThat(timeOf(() -> roster.staff(SCHOOL))).as(late.name()).isLessThan(8_000);
    }
  }

  @Test
  @Covers("S18")
  void theTokenIsSentNowhereElse() throws Exception {
    try (HostStub elsewhere = new HostStub();
        HostStub asked = new HostStub()) {
      for (String link :
          List.of(
              elsewhere.base() + "/connect/v1/staff",
              asked.base() + "@" + elsewhere.base().substring(7) + "/connect/v1/staff",
              asked.base() + ".evil.example/connect/v1/staff",
              asked.base() + "/connect/v1/../../staff",
              "//" + elsewhere.base().substring(7) + "/connect/v1/staff",
              "http:\\\\evil")) {
        RosterReplies.in(asked);
        Map<String, String> headers =
            Map.of("Content-Type", "application/json", "Link", "<" + link + ">; rel=\"next\"");
        asked.answer("GET /connect/v1/staff", new Canned(200, headers, "{\"items\": []}"));
        HttpRoster read =
            new HttpRoster(
                new HostClient(asked.settings(), http, PluginKeys.in(folder), clock), clock);

        assertThatThrownBy(() -> read.staff(SCHOOL)).as(link).isInstanceOf(HostUnavailable.class);
      }
      assertThat(elsewhere.asked()).isEmpty();
      assertThat(asked.asked()).noneMatch(one -> one.line().startsWith("GET /staff"));
    }
  }

  @Test
  @Covers("R01")
  void anEndpointThatFailsLeavesTheOthersReachable() {
    host.where = line -> line.contains("/capabilities") || line.contains("/persons/");
    host.behaviour = Behaviour.UNAVAILABLE;
    for (int i = 0; i < 20; i++) {
      PupilId pupil = new PupilId(HostRoster.child(i));
      assertThatThrownBy(() -> roster.around(SCHOOL, pupil)).isInstanceOf(HostUnavailable.class);
      assertThatThrownBy(() -> roster.capabilities()).isInstanceOf(HostUnavailable.class);
      clock.pass(Duration.ofSeconds(3));
    }

    assertThat(host.askedFor("/persons/")).isLessThanOrEqualTo(6);
    assertThat(roster.staff(SCHOOL).members()).hasSize(20);
    assertThat(roster.pupils(SCHOOL)).hasSize(60);
    record.storeReport(Items.report(LOTTE, REPORT, PDF), PDF);
    assertThat(host.records.order()).hasSize(1);
  }

  @Test
  @Covers("R01")
  void aHostThatAsksForPatienceGetsIt() {
    for (Behaviour busy : List.of(Behaviour.RATE_LIMITED, Behaviour.UNAVAILABLE)) {
      host.behaviour = busy;
      long before = host.askedFor("GET /connect/v1/groups");
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
        clock.pass(Duration.ofSeconds(3));
      }
      assertThat(host.askedFor("GET /connect/v1/groups") - before).as(busy.name()).isEqualTo(1);
      MisbehavingHostTest.pause(1_100);
    }
    host.behaviour = Behaviour.NONE;

    assertThat(roster.staff(SCHOOL).members()).hasSize(20);
  }

  @Test
  @Covers("R01")
  void fiftyCallsAtOnceTakeEightThreads() throws Exception {
    host.millis = 40;
    Set<Thread> others = Set.copyOf(hostThreads());
    List<Future<?>> all = new ArrayList<>();
    ExecutorService many = Executors.newFixedThreadPool(50);
    for (int i = 0; i < 50; i++) {
      PupilId pupil = new PupilId(HostRoster.child(i));
      all.add(
          many.submit(
              () -> {
                record.storeReport(Items.report(pupil, new EntryId(UUID.randomUUID()), PDF), PDF);
              }));
    }
    int most = 0;
    while (all.stream().anyMatch(one -> !one.isDone())) {
      Set<Thread> own = hostThreads();
      own.removeAll(others);
      most = Math.max(most, own.size());
      MisbehavingHostTest.pause(5);
    }
    many.shutdown();
    for (Future<?> one : all) {
      one.get();
    }

    assertThat(host.mostConcurrent.get()).isBetween(2, 8);
    assertThat(most).isBetween(1, 8);
    assertThat(host.records.order()).hasSize(50);
  }

  private static Set<Thread> hostThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(one -> one.getName().equals("meldcode-host"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  @Covers("R01")
  void whoWaitsForATokenThatNeverComesDoesNotWaitInLine() throws Exception {
    host.where = line -> line.contains("/oauth/token");
    host.behaviour = Behaviour.TOKEN_FAILS;
    host.millis = 1_000;
    ExecutorService many = Executors.newFixedThreadPool(30);
    List<Future<Long>> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      PupilId pupil = new PupilId(HostRoster.child(i));
      all.add(many.submit(() -> timeOf(() -> roster.kin(SCHOOL, pupil))));
    }
    many.shutdown();

    for (Future<Long> one : all) {
      assertThat(one.get()).isLessThan(3_000);
    }
    assertThat(host.askedFor("/oauth/token")).isLessThanOrEqualTo(2);
  }

  @Test
  @Covers("R01")
  void howOldAnAnswerIsIsToldUntilItIsTooOld() {
    Instant read = clock.instant();
    roster.around(SCHOOL, LOTTE);
    host.behaviour = Behaviour.UNAVAILABLE;
    for (int hour = 1; hour <= 12; hour++) {
      clock.pass(Duration.ofHours(1));
      assertThat(roster.around(SCHOOL, LOTTE).asOf()).isEqualTo(read);
    }

    clock.pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  /** A school can really close; the others of the board must not be shut out for it for ever. */
  @Test
  @Covers("R03")
  void whatIsSaidForHalfADayIsBelieved() {
    assertThat(roster.staff(SCHOOL).members()).hasSize(20);
    host.where = line -> line.contains("/staff");
    host.behaviour = Behaviour.HALVED_ROSTER;
    clock.pass(Duration.ofHours(11));
    assertThat(roster.staff(SCHOOL).members()).hasSize(20);

    clock.pass(Duration.ofHours(2));
    assertThat(roster.staff(SCHOOL).members()).hasSize(10);
  }

  private static long timeOf(Runnable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call::run).isInstanceOf(HostUnavailable.class);
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }
}
