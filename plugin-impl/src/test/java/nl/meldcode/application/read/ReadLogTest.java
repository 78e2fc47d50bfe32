package nl.meldcode.application.read;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.read.ReadLog.Deed;
import nl.meldcode.application.read.ReadLog.Line;
import nl.meldcode.application.read.ReadLog.Log;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadLogTest {
  private static final String OPENING =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Viel in slaap."}""";

  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void somethingHappened() {
    plugin.recorded(NORA, OPENING);
    plugin.recorded(ANJA, SIGNAL);
    plugin.page(ANJA);
    plugin.record(TIM, SIGNAL.replace("Viel in slaap.", "Ook gezien."));
    plugin.record(ANJA, OPENING.replace("DossierOpened", "Weighing"));
  }

  @Test
  @Covers({"A.12.8", "A08", "P1"})
  void theHeadSeesWhoDidWhatAndWhoWasNotAllowed() {
    Log log = log(PETRA, LOTTE);

    assertThat(log.everybody()).isTrue();
    assertThat(log.lines())
        .contains(
            line(log, Deed.RECORDED, NORA, "DossierOpened"),
            line(log, Deed.RECORDED, ANJA, "Signal"),
            line(log, Deed.RECORDED, TIM, "Signal"),
            line(log, Deed.READ, ANJA, "overview"));
    assertThat(log.lines().get(0)).isEqualTo(line(log, Deed.READ, PETRA, "log"));
    assertThat(log.lines()).extracting(Line::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  @Covers({"A.12.8", "A.12.1"})
  void othersSeeWhatTheyDidThemselves() {
    for (StaffMember who : List.of(ANJA, NORA)) {
      Log log = log(who, LOTTE);

      assertThat(log.everybody()).isFalse();
      assertThat(log.lines()).isNotEmpty().allMatch(line -> who.id().equals(line.who()));
    }
    assertThat(log(ANJA, LOTTE).lines())
        .extracting(line -> line.deed() + " " + line.about())
        .contains("RECORDED Signal", "READ overview", "READ log");
  }

  @Test
  @Covers({"A.12.8", "S0.7"})
  void whoMayNotKnowOfTheDossierLearnsNothingAndTheAttemptIsALine() {
    assertThat(plugin.readLog.of(plugin.school.caller(TIM))).isEmpty();

    assertThat(log(PETRA, LOTTE).lines())
        .contains(line(log(PETRA, LOTTE), Deed.REFUSED, TIM, "log"));
  }

  @Test
  @Covers("A.12.2")
  void whoIsTooCloseDoesNotReadIt() {
    plugin.recorded(
        NORA,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"on":"2026-02-09",
         "reason":"Zij is de tante."}"""
            .formatted(PETRA.id()));

    assertThat(plugin.readLog.of(plugin.school.caller(PETRA))).isEmpty();
  }

  @Test
  @Covers({"A.12.8", "A08"})
  void itSpeaksOfThisPupilAlone() {
    // Before there is a dossier, a line is about the pupil and nothing else.
    plugin.log.write(
        new Event(
            Instant.EPOCH, What.LAUNCH, School.ID, ANJA.id(), LOTTE, null, "r", "overview x"));

    Log log = log(PETRA, FINN);

    assertThat(log.lines()).extracting(Line::about).containsOnly("log");
  }

  @Test
  @Covers("A.12.8")
  void ofALaunchTheTabIsNamedAndNotItsId() {
    Event launch =
        new Event(
            Instant.EPOCH, What.LAUNCH, School.ID, ANJA.id(), LOTTE, null, "r", "overview zOpHN-");
    plugin.log.write(launch);

    assertThat(log(PETRA, LOTTE).lines())
        .contains(new Line(Instant.EPOCH, Deed.LAUNCH, ANJA.id(), null, "overview"));
  }

  @Test
  @Covers("A08")
  void theFunctionInWhichItWasDoneIsNamedForWhoMayNotKnowTheName() {
    assertThat(log(PETRA, LOTTE).lines())
        .filteredOn(line -> line.deed() != Deed.REFUSED)
        .extracting(Line::who, Line::role)
        .contains(tuple(ANJA.id(), Role.LK), tuple(NORA.id(), Role.IB))
        .doesNotContain(tuple(ANJA.id(), null));
  }

  @Test
  @Covers("A08")
  void ofAVeryLongLogTheNewestLinesAreGiven() {
    for (int i = 0; i < ReadLog.MOST; i++) {
      plugin.log.write(
          new Event(
              Instant.EPOCH.plusSeconds(i),
              What.READ,
              School.ID,
              ANJA.id(),
              LOTTE,
              null,
              "READ_C1.LK",
              "overview"));
    }

    Log log = log(PETRA, LOTTE);
    assertThat(log.cut()).isTrue();
    assertThat(log.lines()).hasSize(ReadLog.MOST);
    assertThat(log.lines()).extracting(Line::at).doesNotContain(Instant.EPOCH);
    assertThat(log.lines()).extracting(Line::deed).contains(Deed.RECORDED);
  }

  private Log log(StaffMember who, PupilId pupil) {
    Optional<Log> log = plugin.readLog.of(plugin.school.caller(who, pupil));
    return log.orElseThrow();
  }

  /** The line that says this, at whatever moment it says. */
  private static Line line(Log log, Deed deed, StaffMember who, String about) {
    return log.lines().stream()
        .filter(one -> one.deed() == deed && one.about().equals(about))
        .filter(one -> who.id().equals(one.who()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(deed + " " + who.name() + " " + about));
  }
}
