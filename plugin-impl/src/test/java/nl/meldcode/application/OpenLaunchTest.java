package nl.meldcode.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meldcode.Covers;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.OpenLaunch.Outcome;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.LaunchClaims;
import nl.meldcode.application.port.LaunchTokens;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tab;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenLaunchTest {
  private static final String TENANT = "tenant";

  private final School school = new School();
  private Instant signedInAt = Instant.EPOCH;
  private final InMemorySessions sessions = new InMemorySessions();
  private final MemoryAccessLog log = new MemoryAccessLog();
  private final OpenLaunch launch =
      new OpenLaunch(this::verified, school, sessions, log, school.clock());

  @Test
  void aLaunchOpensAContextInANewSession() {
    Outcome.Opened opened = opened("anja:1:overview", null);

    assertThat(sessions.find(opened.session(), school.clock().instant()))
        .hasValue(
            new Sessions.Session(
                TENANT, School.ANJA.id(), Instant.EPOCH, school.clock().instant()));
    assertThat(sessions.context(opened.session(), opened.context()))
        .hasValue(new Sessions.Context(School.ID, School.LOTTE, Locale.forLanguageTag("nl")));
    assertThat(opened.tab()).isEqualTo(Tab.OVERVIEW);
    assertThat(log.events())
        .extracting(AccessLog.Event::what, AccessLog.Event::staff, AccessLog.Event::subject)
        .containsExactly(Tuple.tuple(What.LAUNCH, School.ANJA.id(), "overview 1"));
  }

  @Test
  void theBrowsersOwnSessionIsUsedAgain() {
    Outcome.Opened first = opened("anja:1:overview", null);
    Outcome.Opened second = opened("anja:2:work-list", first.session());

    assertThat(second.session()).isEqualTo(first.session());
    assertThat(second.context()).isNotEqualTo(first.context());
    assertThat(sessions.context(second.session(), second.context()))
        .hasValueSatisfying(context -> assertThat(context.pupil()).isNull());
  }

  @Test
  @Covers("S04")
  void aSessionOfAnEarlierSignInEnds() {
    Outcome.Opened first = opened("anja:1:overview", null);
    signedInAt = signedInAt.plusSeconds(3600);
    Outcome.Opened second = opened("anja:2:overview", first.session());

    assertThat(second.session()).isNotEqualTo(first.session());
    assertThat(sessions.find(first.session(), school.clock().instant())).isEmpty();
  }

  @Test
  void somebodyElsesSessionInThisBrowserEnds() {
    Outcome.Opened anja = opened("anja:1:overview", null);
    Outcome.Opened nora = opened("nora:2:overview", anja.session());

    assertThat(nora.session()).isNotEqualTo(anja.session());
    assertThat(sessions.find(anja.session(), school.clock().instant())).isEmpty();
  }

  @Test
  void staffWhoDoNotWorkThereAreRefused() {
    assertThat(launch.run("nobody:1:overview", null))
        .isEqualTo(new Outcome.Refused(LaunchRefusal.UNKNOWN_STAFF, "launch.staff"));
    assertThat(log.events())
        .extracting(AccessLog.Event::what, AccessLog.Event::rule)
        .containsExactly(Tuple.tuple(What.LAUNCH_REFUSED, "launch.staff"));
  }

  @Test
  @Covers("A.12.5")
  void whoStandsInFromAnotherSchoolOpensThePageOfAPupilAndOfNothingElse() {
    school.standIn = staff("wilma");
    assertThat(opened("wilma:1:overview", null).tab()).isEqualTo(Tab.OVERVIEW);
    assertThat(launch.run("wilma:2:lists", null))
        .isEqualTo(new Outcome.Refused(LaunchRefusal.UNKNOWN_STAFF, "launch.staff"));
  }

  @Test
  void aForgedTokenIsRefusedAndLoggedWithoutItsClaims() {
    assertThat(launch.run("forged", null))
        .isEqualTo(new Outcome.Refused(LaunchRefusal.INVALID, "launch.signature"));
    assertThat(log.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.what()).isEqualTo(What.LAUNCH_REFUSED);
              assertThat(event.rule()).isEqualTo("launch.signature");
              assertThat(event.staff()).isNull();
            });
  }

  @Test
  @Covers("A07")
  void withoutLogThereIsNoLaunch() {
    log.breakDown();

    assertThatThrownBy(() -> launch.run("anja:1:overview", null))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  @Covers("S02")
  void oneTokenPostedManyTimesAtOnceOpensOneSession() throws Exception {
    int posts = 32;
    CyclicBarrier together = new CyclicBarrier(posts);
    ExecutorService threads = Executors.newFixedThreadPool(posts);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      outcomes.add(
          threads.submit(
              () -> {
                together.await();
                return launch.run("anja:1:overview", null);
              }));
    }
    int opened = 0;
    for (Future<Outcome> outcome : outcomes) {
      opened += outcome.get() instanceof Outcome.Opened ? 1 : 0;
    }
    threads.shutdown();

    assertThat(opened).isEqualTo(1);
    assertThat(log.events()).filteredOn(event -> event.what() == What.LAUNCH).hasSize(1);
    assertThat(log.events())
        .filteredOn(event -> event.rule().equals("launch.replay"))
        .hasSize(posts - 1);
  }

  @Test
  @Covers("S02")
  void askingFirstUsesNothingUpAndOpensNothing() {
    assertThat(launch.refusal("anja:1:overview")).isEmpty();
    assertThat(launch.refusal("anja:1:overview")).isEmpty();
    assertThat(log.events()).isEmpty();

    opened("anja:1:overview", null);

    assertThat(launch.refusal("anja:1:overview")).hasValue(LaunchRefusal.USED);
    assertThat(log.events())
        .extracting(AccessLog.Event::what, AccessLog.Event::rule, AccessLog.Event::subject)
        .containsExactly(
            Tuple.tuple(What.LAUNCH, "launch", "overview 1"),
            Tuple.tuple(What.LAUNCH_REFUSED, "launch.replay", "overview 1"));
  }

  @Test
  @Covers("S01")
  void whatWouldBeRefusedIsRefusedAndLoggedWhenAskedFirst() {
    assertThat(launch.refusal("forged")).hasValue(LaunchRefusal.INVALID);
    assertThat(launch.refusal("nobody:1:overview")).hasValue(LaunchRefusal.UNKNOWN_STAFF);
    assertThat(log.events())
        .extracting(AccessLog.Event::what, AccessLog.Event::rule)
        .containsExactly(
            Tuple.tuple(What.LAUNCH_REFUSED, "launch.signature"),
            Tuple.tuple(What.LAUNCH_REFUSED, "launch.staff"));

    log.breakDown();
    assertThatThrownBy(() -> launch.refusal("forged")).isInstanceOf(StoreUnavailable.class);
  }

  private Outcome.Opened opened(String token, @Nullable String session) {
    return (Outcome.Opened) launch.run(token, session);
  }

  /** Tokens of this test read {@code login:id:tab}. */
  private LaunchTokens.Result verified(String token) {
    String[] parts = token.split(":", -1);
    if (parts.length != 3) {
      return new LaunchTokens.Result.Refused(LaunchTokens.Reason.SIGNATURE);
    }
    Tab tab = Tab.of(parts[2]).orElseThrow();
    return new LaunchTokens.Result.Accepted(
        new LaunchClaims(
            "issuer",
            parts[1],
            TENANT,
            staff(parts[0]),
            School.ID,
            tab.needsPupil() ? School.LOTTE : null,
            tab,
            "nl",
            signedInAt,
            school.clock().instant().plusSeconds(60),
            false));
  }

  private StaffId staff(String login) {
    return school.staff(School.ID).members().stream()
        .map(StaffMember::id)
        .filter(id -> id.value().equals(School.id("staff:" + login)))
        .findFirst()
        .orElseGet(() -> new StaffId(School.id("staff:" + login)));
  }
}
