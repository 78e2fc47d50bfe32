package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.family.Relation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRosterTest {
  private static final SchoolId SCHOOL = new SchoolId(RosterReplies.SCHOOL);
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final String PUPIL_PATH = "GET /connect/v1/pupils/" + LOTTE;

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpRoster roster;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    RosterReplies.in(host);
    roster =
        new HttpRoster(new HostClient(host.settings(), http, PluginKeys.in(folder), clock), clock);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  @Test
  void aPupilComesWithFamilyAndSchool() {
    Surroundings around = roster.around(SCHOOL, LOTTE);

    assertThat(around.pupil().name()).isEqualTo("Lotte van den Berg");
    assertThat(around.pupil().givenName()).isEqualTo("Lotte");
    assertThat(around.pupil().birthDate()).isEqualTo(LocalDate.of(2017, 12, 20));
    assertThat(around.pupil().groups()).containsExactly(RosterReplies.GROUP);
    assertThat(around.pupil().groupName()).isEqualTo("5a");
    assertThat(around.family().guardians())
        .containsExactly(
            new Guardian(
                PersonId.of(RosterReplies.MOTHER), "Ilse van Dam", Relation.MOTHER, Authority.YES),
            new Guardian(
                PersonId.of(RosterReplies.AUNT), "Vera Hof", Relation.OTHER, Authority.UNKNOWN));
    assertThat(around.asOf()).isEqualTo(clock.instant());
  }

  @Test
  void staffHaveTheRolesTheyHoldHereNow() {
    assertThat(roster.staff(SCHOOL).schoolName()).isEqualTo("De Vlieger");
    assertThat(roster.staff(SCHOOL).members())
        .containsExactlyInAnyOrder(
            new StaffMember(
                StaffId.of(RosterReplies.ANJA),
                "Anja Post",
                Set.of(Role.LK),
                Set.of(RosterReplies.GROUP)),
            new StaffMember(
                StaffId.of(RosterReplies.NORA), "Nora Kuiper", Set.of(Role.IB, Role.AF), Set.of()));
  }

  @Test
  void whatTheHostDoesNotOfferIsNotAsked() {
    assertThat(roster.observations(LOTTE, StaffId.of(RosterReplies.ANJA))).isEmpty();
    assertThat(host.asked(PUPIL_PATH + "/observations")).isEmpty();
  }

  @Test
  void whatTheHostHoldsAboutAPupilIsAskedAnewEachTime() {
    RosterReplies.capabilities(host, "\"observations\": true");
    host.answer(PUPIL_PATH + "/observations", json(200, "{\"items\": []}"));

    roster.observations(LOTTE, StaffId.of(RosterReplies.ANJA));
    roster.observations(LOTTE, StaffId.of(RosterReplies.ANJA));

    assertThat(host.asked(PUPIL_PATH + "/observations")).hasSize(2);
  }

  @Test
  @Covers({"O14", "R15"})
  void thePupilsOfASchoolAreThoseInItsGroupsNow() {
    String other = RosterReplies.numbered(7);
    String elsewhere = RosterReplies.numbered(8);
    host.answer(
        "GET /connect/v1/pupils",
        json(
            200,
            "{\"items\": [%s, %s, %s]}"
                .formatted(
                    RosterReplies.pupil(RosterReplies.LOTTE),
                    RosterReplies.pupil(other),
                    RosterReplies.pupil(elsewhere))));
    host.answer(
        "GET /connect/v1/groups/" + RosterReplies.GROUP + "/members",
        json(
            200,
            """
            {"items": [{"pupilId": "%s", "schoolId": "%s", "beginDate": "2025-08-01"},
              {"pupilId": "%s", "schoolId": "%s", "endDate": "2025-07-31"},
              {"pupilId": "%s", "schoolId": "another"},
              {"schoolId": "%s"}]}
            """
                .formatted(
                    RosterReplies.LOTTE,
                    RosterReplies.SCHOOL,
                    other,
                    RosterReplies.SCHOOL,
                    elsewhere,
                    RosterReplies.SCHOOL)));

    assertThat(roster.pupils(SCHOOL))
        .containsExactly(new PupilName(LOTTE, "Lotte van den Berg", "5a"));
    assertThat(roster.pupils(new SchoolId("another"))).hasSize(1);
    assertThat(host.asked("GET /connect/v1/pupils")).as("for all schools").hasSize(1);
    host.answer("GET /connect/v1/pupils", problem(403, "forbidden"));
    clock.pass(Duration.ofSeconds(61));
    assertThatThrownBy(() -> roster.pupils(SCHOOL)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("S13")
  void aSecondLookWithinAMinuteAsksNothing() {
    roster.around(SCHOOL, LOTTE);
    int asked = host.asked().size();
    clock.pass(Duration.ofSeconds(60));
    roster.around(SCHOOL, LOTTE);
    assertThat(host.asked()).hasSize(asked);

    clock.pass(Duration.ofSeconds(1));
    roster.around(SCHOOL, LOTTE);
    assertThat(host.asked(PUPIL_PATH + "/relations")).hasSize(2);
    assertThat(host.asked("GET /connect/v1/staff")).hasSize(2);
    assertThat(host.asked("POST /oauth/token")).hasSize(1);
  }

  @Test
  @Covers("R01")
  void whileTheHostIsDownTheLastAnswerIsGivenWithItsAge() {
    Surroundings before = roster.around(SCHOOL, LOTTE);
    host.answer(PUPIL_PATH, json(503, "{}"));
    host.answer("GET /connect/v1/groups", json(503, "{}"));

    clock.pass(Duration.ofHours(11));
    assertThat(roster.around(SCHOOL, LOTTE)).isEqualTo(before);

    clock.pass(Duration.ofHours(2));
    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  void whatTheHostNoLongerGivesIsNotShownFromMemory() {
    roster.around(SCHOOL, LOTTE);
    host.answer(PUPIL_PATH, HostStub.problem(403, "not-activated"));
    clock.pass(Duration.ofSeconds(61));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
    host.answer(PUPIL_PATH, json(503, "{}"));
    clock.pass(Duration.ofSeconds(5));
    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("R04")
  void anotherPupilThanAskedForIsRefused() {
    host.answer(PUPIL_PATH, json(200, RosterReplies.pupil(RosterReplies.MOTHER)));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
    assertThat(roster.isPupil(SCHOOL, LOTTE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enrollments", "relations"})
  @Covers("R04")
  void partsOfAnotherPupilAreRefused(String part) {
    String path = PUPIL_PATH + "/" + part;
    String other = RosterReplies.enrollmentAndRelation(RosterReplies.MOTHER);
    host.answer(path, json(200, other));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  void aPupilOfAnotherSchoolIsRefused() {
    SchoolId other = new SchoolId("99999999-0000-4000-8000-000000000000");

    assertThatThrownBy(() -> roster.around(other, LOTTE)).isInstanceOf(HostUnavailable.class);
    assertThat(roster.isPupil(SCHOOL, LOTTE)).isTrue();
    assertThat(roster.isPupil(other, LOTTE)).isFalse();
  }

  @Test
  @Covers("R03")
  void aLoginPageIsNoAnswer() {
    host.answer(PUPIL_PATH, HostStub.loginPage());

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE))
        .isInstanceOf(HostUnavailable.class)
        .hasMessage("status 200 without JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{\"id\":7}",
        "{\"id\":null,\"familyName\":\"x\"}",
        "{\"id\":\"22222222-2222-4222-8222-222222222222\"}",
        "{\"familyName\":\"a\",\"familyName\":\"b\"}",
        "{} {}",
        "{\"birthDate\":\"0001-99-01\"}"
      })
  @Covers("R03")
  void junkIsNoAnswer(String body) {
    host.answer(PUPIL_PATH, json(200, body));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("R03")
  void anAnswerThatIsTooLargeIsCutOff() {
    host.answer(
        PUPIL_PATH, json(200, RosterReplies.pupil(RosterReplies.LOTTE) + " ".repeat(5 << 20)));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  @Covers("S18")
  void aRedirectIsNotFollowed() {
    host.answer(PUPIL_PATH, new Canned(302, Map.of("Location", host.base() + "/elsewhere"), ""));

    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
    assertThat(host.asked("GET /elsewhere")).isEmpty();
  }

  @Test
  @Covers("S18")
  void theTokenGoesToNoOtherAddressForTheNextPage() {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Link", "</elsewhere>; rel=\"next\"");
    host.answer("GET /connect/v1/staff", new Canned(200, headers, "{\"items\":[]}"));

    assertThatThrownBy(() -> roster.staff(SCHOOL)).isInstanceOf(HostUnavailable.class);
    assertThat(host.asked("GET /elsewhere")).isEmpty();
  }

  @Test
  void pagesAreReadToTheEnd() {
    String next = "<" + host.base() + "/connect/v1/staff?cursor=1&limit=500>; rel=\"next\"";
    Map<String, String> headers = Map.of("Content-Type", "application/json", "Link", next);
    host.answer(
        "GET /connect/v1/staff",
        asked ->
            asked.line().contains("cursor")
                ? json(200, RosterReplies.STAFF)
                : new Canned(200, headers, "{\"items\":[]}"));

    assertThat(roster.staff(SCHOOL).members()).hasSize(2);
  }

  @Test
  void aTokenThatIsNoLongerTakenIsFetchedAnew() {
    roster.around(SCHOOL, LOTTE);
    host.answer("POST /oauth/token", json(200, "{\"access_token\":\"new\",\"expires_in\":300}"));
    host.answer(
        PUPIL_PATH,
        asked ->
            "Bearer new".equals(asked.headers().get("Authorization"))
                ? json(200, RosterReplies.pupil(RosterReplies.LOTTE))
                : json(401, "{}"));
    clock.pass(Duration.ofSeconds(61));

    assertThat(roster.around(SCHOOL, LOTTE).asOf()).isEqualTo(clock.instant());
    assertThat(host.asked("POST /oauth/token"))
        .hasSize(2)
        .extracting(Asked::body)
        .allMatch(body -> body.contains("grant_type=client_credentials"))
        .allMatch(body -> body.contains("client_assertion="));
  }

  @Test
  @Covers("R01")
  void aDeadHostIsAskedNoMoreThanTheCircuitAllows() {
    host.answer(PUPIL_PATH, json(500, "{}"));
    for (int i = 0; i < 50; i++) {
      clock.pass(Duration.ofSeconds(3));
      assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
    }
    assertThat(host.asked(PUPIL_PATH)).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  @Covers("R01")
  void atMostEightCallsRunAtOnce() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    for (int i = 0; i < 40; i++) {
      host.answer("GET /connect/v1/pupils/" + RosterReplies.numbered(i), asked -> slow(release));
    }
    ExecutorService many = Executors.newFixedThreadPool(40);
    for (int i = 0; i < 40; i++) {
      PupilId pupil = PupilId.of(RosterReplies.numbered(i));
      many.execute(() -> roster.isPupil(SCHOOL, pupil));
    }
    many.shutdown();
    assertThat(many.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    release.countDown();

    assertThat(host.mostConcurrent.get()).isBetween(1, 8);
  }

  private static Canned slow(CountDownLatch release) {
    try {
      release.await(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return json(404, "{}");
  }
}
