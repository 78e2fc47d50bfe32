package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list of many pupils gets without waiting for the host, and what it does wait for. */
class KnownPupilsTest {
  private static final SchoolId SCHOOL = new SchoolId(RosterReplies.SCHOOL);
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final String PUPIL = "GET /connect/v1/pupils/" + LOTTE;
  private static final String MEMBERS =
      "GET /connect/v1/groups/" + RosterReplies.GROUP + "/members";

  private static final String OTHER = RosterReplies.numbered(7);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HttpRoster roster;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    RosterReplies.in(host);
    host.answer(
        "GET /connect/v1/pupils",
        json(
            200,
            "{\"items\": [%s, %s]}"
                .formatted(RosterReplies.pupil(RosterReplies.LOTTE), RosterReplies.pupil(OTHER))));
    members(RosterReplies.LOTTE, OTHER);
    roster =
        new HttpRoster(new HostClient(host.settings(), http, PluginKeys.in(folder), clock), clock);
  }

  private void members(String... pupils) {
    String rows =
        Stream.of(pupils)
            .map(
                one ->
                    "{\"pupilId\": \"%s\", \"schoolId\": \"%s\"}"
                        .formatted(one, RosterReplies.SCHOOL))
            .collect(Collectors.joining(", "));
    host.answer(MEMBERS, json(200, "{\"items\": [" + rows + "]}"));
  }

  @AfterEach
  void end() {
    roster.close();
    http.close();
    host.close();
  }

  @Test
  @Covers("P7")
  void aListGetsTheLastAnswerAndTheHostIsAskedAfterwards() throws InterruptedException {
    Surroundings first = roster.known(SCHOOL, LOTTE);
    assertThat(first).isEqualTo(roster.around(SCHOOL, LOTTE));
    clock.pass(Duration.ofMinutes(10));

    Surroundings second = roster.known(SCHOOL, LOTTE);
    assertThat(second.family()).isSameAs(first.family());
    assertThat(second.asOf()).isEqualTo(first.asOf());

    Instant patience = Instant.now().plusSeconds(10);
    while (roster.known(SCHOOL, LOTTE).asOf().equals(first.asOf())) {
      assertThat(Instant.now()).as("asked in the end").isBefore(patience);
      Thread.sleep(5);
    }
    assertThat(host.asked(PUPIL + "/relations")).hasSize(2);
  }

  @Test
  @Covers({"P7", "S13"})
  void whoIsInWhichGroupIsNoOlderThanAMinute() {
    assertThat(roster.known(SCHOOL, LOTTE).pupil().groups()).containsExactly(RosterReplies.GROUP);
    members(OTHER);
    host.answer(PUPIL, json(503, "{}"));
    clock.pass(Duration.ofSeconds(61));

    assertThat(roster.known(SCHOOL, LOTTE).pupil())
        .satisfies(one -> assertThat(one.groups()).isEmpty())
        .satisfies(one -> assertThat(one.groupName()).isEmpty())
        .satisfies(one -> assertThat(one.name()).isEqualTo("Lotte van den Berg"));
  }

  @Test
  @Covers({"P7", "R01"})
  void whatIsTooOldToDecideOnIsNotGiven() {
    roster.known(SCHOOL, LOTTE);
    host.answer(PUPIL, json(503, "{}"));
    clock.pass(Duration.ofHours(13));

    assertThatThrownBy(() -> roster.known(SCHOOL, LOTTE)).isInstanceOf(HostUnavailable.class);
  }
}
