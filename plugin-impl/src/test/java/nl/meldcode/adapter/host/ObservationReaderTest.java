package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;
import static nl.meldcode.adapter.host.HostStub.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.entry.Observation.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationReaderTest {
  private static final PupilId LOTTE = PupilId.of(RosterReplies.LOTTE);
  private static final StaffId ANJA = StaffId.of(RosterReplies.ANJA);
  private static final String PATH = "GET /connect/v1/pupils/" + LOTTE + "/observations";
  private static final String ROW =
      """
      {"id": "%s", "pupilId": "%s", "kind": "%s", "observedDate": "2026-02-02", "title": "%s", "new": 1}""";

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private ObservationReader reader;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    reader =
        new ObservationReader(new HostClient(host.settings(), http, PluginKeys.in(folder), clock));
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
  }

  private void holds(String... rows) {
    host.answer(PATH, json(200, "{\"items\": [" + String.join(",", rows) + "]}"));
  }

  private static String row(String pupil, String kind, String title) {
    return ROW.formatted(RosterReplies.numbered(3), pupil, kind, title);
  }

  @Test
  void theHostIsAskedInTheNameOfWhoReads() {
    holds(
        row(RosterReplies.LOTTE, "absence", "Te laat"), row(RosterReplies.LOTTE, "poem", " Vers "));

    UUID id = UUID.fromString(RosterReplies.numbered(3));
    LocalDate on = LocalDate.of(2026, 2, 2);
    assertThat(reader.of(LOTTE, ANJA))
        .containsExactly(
            new Observation(id, Sort.ABSENCE, on, "Te laat"),
            new Observation(id, Sort.OTHER, on, "Vers"));
    assertThat(host.asked(PATH))
        .singleElement()
        .satisfies(one -> assertThat(one.headers()).containsEntry("On-behalf-of", ANJA.toString()));
  }

  @Test
  void aLongTitleIsCutWhereEverybodySeesIt() {
    holds(row(RosterReplies.LOTTE, "note", "n".repeat(300)));

    assertThat(reader.of(LOTTE, ANJA).get(0).title()).hasSize(200).endsWith("n…");
  }

  @Test
  void whoMayNotSeeThemThereFindsNothingHere() {
    host.answer(PATH, problem(403, "forbidden"));
    assertThat(reader.of(LOTTE, ANJA)).isEmpty();
    host.answer(PATH, problem(404, "not-found"));
    assertThat(reader.of(LOTTE, ANJA)).isEmpty();
  }

  @Test
  void anotherPupilsNotesAreNoAnswer() {
    holds(row(RosterReplies.numbered(9), "note", "Van een ander"));

    assertThatThrownBy(() -> reader.of(LOTTE, ANJA)).isInstanceOf(HostUnavailable.class);
  }

  @Test
  void whatCannotBeReadIsNoAnswer() {
    holds("{\"id\": 1}");
    assertThatThrownBy(() -> reader.of(LOTTE, ANJA)).isInstanceOf(HostUnavailable.class);
    host.answer(PATH, json(200, "{}"));
    assertThatThrownBy(() -> reader.of(LOTTE, ANJA)).isInstanceOf(HostUnavailable.class);
    host.answer(PATH, problem(400, "validation"));
    assertThatThrownBy(() -> reader.of(LOTTE, ANJA)).isInstanceOf(HostUnavailable.class);
  }
}
