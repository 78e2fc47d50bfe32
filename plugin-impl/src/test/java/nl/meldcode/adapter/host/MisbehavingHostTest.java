package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the plugin makes of a host, behaviour by behaviour: the whole truth, or none of it. */
class MisbehavingHostTest {
  private static final int CHILDREN = 45;
  private static final int MORE_THAN_A_PAGE = 620;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final PupilId LOTTE = new PupilId(HostRoster.child(0));
  private static final byte[] PDF = "%PDF-1.7 verslag".getBytes(UTF_8);
  private static final EntryId REPORT = new EntryId(UUID.randomUUID());
  private static final EntryId ANSWER = new EntryId(UUID.randomUUID());

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private HostHttp http = new HostHttp();
  private MisbehavingHost host;
  private HttpRoster roster;
  private HttpHostRecord record;

  @BeforeEach
  void begin() throws Exception {
    begin(Behaviour.NONE);
  }

  /** A host that behaves for now, and calls that wait no longer for it than they must. */
  private void begin(Behaviour behaviour) throws IOException {
    end();
    boolean isLate = behaviour == Behaviour.NO_HEADERS || behaviour == Behaviour.DRIP;
    http = new HostHttp(Duration.ofMillis(20), Duration.ofSeconds(isLate ? 1 : 9));
    host = new MisbehavingHost(HostRoster.of(children(behaviour), 20));
    HostClient client = host.client(http, folder, clock);
    roster = new HttpRoster(client, clock);
    record = new HttpHostRecord(client);
  }

  private static int children(Behaviour behaviour) {
    return behaviour == Behaviour.FULL_PAGE_WITHOUT_LINK ? MORE_THAN_A_PAGE : CHILDREN;
  }

  @AfterEach
  void end() {
    http.close();
    if (host != null) {
      host.close();
    }
  }

  /** What comes of reading. */
  private enum Reading {
    WHOLE,
    /** No answer, so that the last one stands with its age. */
    NONE,
    /** None about one pupil; lists are what they were. */
    NONE_OF_THE_PUPIL,
    /** Only what was known before tells that it is not to be believed. */
    NOT_BELIEVED
  }

  /** What comes of writing while the behaviour lasts. */
  private enum Writing {
    STORED,
    WAITS,
    REFUSED
  }

  private record Holds(Reading reading, Writing writing) {}

  private static Holds of(Behaviour behaviour) {
    return switch (behaviour) {
      case NONE,
          NULL_LAST_MODIFIED,
          LIMIT_CLAMPED,
          TWO_LINK_HEADERS,
          OFFSET_PAGES,
          STALE_AS_409,
          PRECONDITIONS_IGNORED,
          DOUBLES,
          STORES_AND_FAILS ->
          new Holds(Reading.WHOLE, Writing.STORED);
      case UNKNOWN_WORDS -> new Holds(Reading.WHOLE, Writing.REFUSED);
      case EMPTY_ROSTER, HALVED_ROSTER -> new Holds(Reading.NOT_BELIEVED, Writing.STORED);
      case CLAMPED_WITHOUT_LINK, FULL_PAGE_WITHOUT_LINK, COUNT_IN_BODY, LINK_LOOP, LINK_ELSEWHERE ->
          new Holds(Reading.NONE, Writing.STORED);
      case WIDER -> new Holds(Reading.WHOLE, Writing.REFUSED);
      case WRONG_PUPIL -> new Holds(Reading.NONE_OF_THE_PUPIL, Writing.REFUSED);
      case JUNK_JSON,
          LOGIN_PAGE,
          REDIRECT_TO_LOGIN,
          OTHER_ERROR_SHAPE,
          NULL_ROWS,
          ENDLESS_BODY,
          NO_HEADERS,
          DRIP,
          CUT_HALFWAY,
          BAD_LENGTH,
          RATE_LIMITED,
          UNAVAILABLE,
          TOKEN_FAILS ->
          new Holds(Reading.NONE, Writing.WAITS);
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "UNKNOWN_WORDS")
  @Covers({"R01", "R03", "R04"})
  void whatIsReadIsWholeOrTheLastOneWithItsAge(Behaviour behaviour) throws Exception {
    begin(behaviour);
    List<PupilName> all = roster.pupils(SCHOOL);
    Surroundings before = roster.around(SCHOOL, LOTTE);
    assertThat(all).hasSize(children(behaviour));
    host.behaviour = behaviour;
    clock.pass(Duration.ofMinutes(10));

    assertThat(roster.pupils(SCHOOL)).isEqualTo(all);
    boolean isNew = of(behaviour).reading() == Reading.WHOLE;
    assertThat(roster.around(SCHOOL, LOTTE))
        .returns(before.pupil(), Surroundings::pupil)
        .returns(before.family(), Surroundings::family)
        .returns(before.staff(), Surroundings::staff)
        .returns(isNew ? clock.instant() : before.asOf(), Surroundings::asOf);
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "UNKNOWN_WORDS")
  @Covers({"R03", "R04"})
  void aFirstReadingIsWholeOrNone(Behaviour behaviour) throws Exception {
    begin(behaviour);
    host.behaviour = behaviour;

    switch (of(behaviour).reading()) {
      case WHOLE -> {
        assertThat(roster.pupils(SCHOOL)).hasSize(CHILDREN);
        assertThat(roster.around(SCHOOL, LOTTE).pupil().name())
            .isEqualTo(HostRoster.nameOf(LOTTE.value()));
      }
      case NONE -> {
        assertThatThrownBy(() -> roster.pupils(SCHOOL)).isInstanceOf(HostUnavailable.class);
        isNotShown();
      }
      case NONE_OF_THE_PUPIL -> isNotShown();
      case NOT_BELIEVED -> assertThat(roster.staff(SCHOOL).members()).hasSizeLessThan(20);
    }
  }

  private void isNotShown() {
    assertThatThrownBy(() -> roster.around(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
    assertThat(roster.isPupil(SCHOOL, LOTTE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"R03", "R04", "R10", "S3.6"})
  void whatIsWrittenStandsOnceOrNotAtAll(Behaviour behaviour) throws Exception {
    begin(behaviour);
    host.behaviour = behaviour;

    standsOnceOrNotAtAll(of(behaviour).writing());
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "TOKEN_FAILS")
  @Covers({"R03", "R04", "R10", "S3.6"})
  void anAnswerToADocumentIsNotTakenForWhatItIsNot(Behaviour behaviour) throws Exception {
    begin(behaviour);
    host.where = line -> line.startsWith("PUT ");
    host.behaviour = behaviour;

    // What was done before the line went dead is found, and what was echoed before it is right.
    boolean waits = of(behaviour).writing() == Writing.WAITS && behaviour != Behaviour.CUT_HALFWAY;
    standsOnceOrNotAtAll(waits ? Writing.WAITS : Writing.STORED);
  }

  private void standsOnceOrNotAtAll(Writing expected) {
    Writing came = write(5);

    assertThat(came).isEqualTo(expected);
    if (came == Writing.REFUSED) {
      assertThat(host.records.order()).as("no document went out").isEmpty();
      return;
    }
    host.behaviour = Behaviour.NONE;
    assertThat(write(9)).isEqualTo(Writing.STORED);
    assertThat(host.records.all()).hasSize(1);
    HostRecords.Held held = host.records.all().get(0);
    assertThat(held.pupil()).isEqualTo(LOTTE.value());
    assertThat(held.json().path("visibility").asText()).isEqualTo("restrictedStaff");
    assertThat(held.documents()).hasSize(1).containsValue(new String(PDF, UTF_8));
    assertThat(held.answers()).hasSize(1);
  }

  /** Tries as the relay does. */
  private Writing write(int attempts) {
    for (int i = 0; i < attempts; i++) {
      try {
        record.storeReport(Items.report(LOTTE, REPORT, PDF), PDF);
        record.storeAcknowledgement(Items.answer(LOTTE, ANSWER, REPORT, PDF));
        return Writing.STORED;
      } catch (HostUnavailable e) {
        pause(i < 5 ? 30 : 1_100);
      } catch (HostRefused e) {
        return Writing.REFUSED;
      }
    }
    return Writing.WAITS;
  }

  @Test
  @Covers("R04")
  void whatWasStoredWiderIsTakenAway() {
    host.behaviour = Behaviour.WIDER;

    assertThat(write(1)).isEqualTo(Writing.REFUSED);
    assertThat(host.records.all()).isEmpty();
  }

  @Test
  @Covers("S3.7")
  void wordsThatNobodyAgreedOnGiveNoRight() {
    host.behaviour = Behaviour.UNKNOWN_WORDS;

    assertThat(roster.staff(SCHOOL).members()).hasSize(20).allMatch(it -> it.roles().isEmpty());
    assertThat(roster.around(SCHOOL, LOTTE).family().guardians())
        .hasSize(2)
        .allMatch(it -> it.relation() == Relation.OTHER)
        .allMatch(it -> it.authority() == Authority.UNKNOWN);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
