package nl.meldcode.application.figures;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FEMKE;
import static nl.meldcode.application.School.GIJS;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.figures.ReadFigures.Seen;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.view.StepRow;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.figures.Answer;
import nl.meldcode.domain.figures.Row;
import nl.meldcode.domain.figures.Shown;
import nl.meldcode.domain.figures.Standing;
import nl.meldcode.domain.figures.Tally;
import nl.meldcode.domain.practice.Practice;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.term.SchoolCalendar;
import org.junit.jupiter.api.Test;

/** The figures of a school, over its dossiers of one school year. */
class ReadFiguresTest {
  private final TestPlugin plugin = new TestPlugin();

  private static Visitor visitor(StaffMember member, School school) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        school.staff(School.ID),
        Locale.forLanguageTag("nl"));
  }

  private Seen seen(StaffMember member) {
    return plugin.readFigures.of(visitor(member, plugin.school), 0).orElseThrow();
  }

  private static PupilId pupil(int number) {
    return new PupilId(School.id("pupil:" + number));
  }

  private void opened(PupilId pupil, String on) {
    plugin.recorded(
        NORA,
        pupil,
        """
        {"kind":"DossierOpened","on":"%s","route":"HOME","concerns":["CHILD_ABUSE"]}"""
            .formatted(on));
  }

  private void signedByOne(PupilId pupil) {
    String talk =
        plugin.recorded(
            NORA,
            pupil,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"],
             "guardiansPresent":["%s"],"pupilPresent":false}"""
                .formatted(NORA.id(), ILSE));
    String report =
        plugin.recorded(
            NORA,
            pupil,
            """
            {"kind":"MeetingReport","meeting":"%s","text":"x","agreements":[]}"""
                .formatted(talk));
    String digest = plugin.digest(pupil, report);
    plugin.recorded(
        NORA,
        pupil,
        """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "method":"ON_SCREEN","on":"2026-02-09","status":"ONDERTEKEND","signedName":"x"}"""
            .formatted(report, digest, ILSE));
  }

  @Test
  @Covers("P9")
  void theDossiersOfTheYearAreCountedWithTheirAnswers() {
    for (int i = 0; i < 12; i++) {
      opened(pupil(i), "2026-02-02");
    }
    for (int i = 0; i < 6; i++) {
      signedByOne(pupil(i));
    }
    Seen seen = seen(NORA);

    assertThat(seen.whole()).isTrue();
    assertThat(seen.year()).isEqualTo(2025);
    assertThat(seen.years()).containsExactly(2025, 2024, 2023, 2022, 2021);
    assertThat(seen.figures().routes().total()).isEqualTo(new Shown(12));
    assertThat(seen.figures().reports().parts()).containsOnly(Shown.NOT);
    Row answers = seen.figures().answers();
    assertThat(answers.total()).as("two guardians of six").isEqualTo(new Shown(12));
    assertThat(answers.parts().get(List.of(Answer.values()).indexOf(Answer.SIGNED)))
        .isEqualTo(new Shown(6));
  }

  @Test
  @Covers("P9")
  void aDossierAddsWhereItsStepsStandAndWhenTheyWereBegun() {
    OneDossier lotte = new OneDossier(plugin);
    lotte.untilSigned();
    plugin.school.goTo(LocalDate.of(2026, 3, 12));
    lotte.untilReported();
    Dossier dossier = plugin.dossiers.of(School.ID, School.LOTTE).get(0);
    Facts facts = plugin.assessments.facts(dossier, plugin.school.caller(NORA));
    Tally tally = Tally.of(facts, plugin.assessments.of(dossier, facts), LocalDate.of(2026, 2, 9));

    Map<String, Standing> words =
        Map.of(
            "done",
            Standing.DONE,
            "late",
            Standing.LATE,
            "doing",
            Standing.OPEN,
            "missing",
            Standing.OPEN,
            "later",
            Standing.OPEN,
            "after",
            Standing.DONE);
    for (StepRow row : plugin.view(NORA).steps().subList(0, 5)) {
      Step step =
          Step.NUMBERED.stream().filter(it -> it.id().equals(row.id())).findFirst().orElseThrow();
      assertThat(tally.steps().get(step)).as(row.id()).isEqualTo(words.get(row.state()));
    }
    assertThat(tally.reported()).isTrue();
    assertThat(tally.answers()).containsExactlyInAnyOrder(Answer.SIGNED, Answer.OFFERED);
    assertThat(tally.days().keySet())
        .allSatisfy(it -> assertThat(tally.steps().get(it)).isEqualTo(Standing.DONE));
    assertThat(tally.days()).containsEntry(Step.CONSULTATION, 0);
  }

  @Test
  @Covers("P9")
  void daysAreCountedWhereTheSchoolIsOpenAndItsYearIsKnown() {
    SchoolCalendar calendar = new ShippedCalendars(Map.of(), "midden").of(School.ID);
    LocalDate monday = LocalDate.of(2026, 2, 9);

    assertThat(calendar.schoolDays(monday, monday)).hasValue(0);
    assertThat(calendar.schoolDays(monday, LocalDate.of(2026, 2, 8))).hasValue(0);
    assertThat(calendar.schoolDays(monday, LocalDate.of(2026, 2, 13))).hasValue(4);
    assertThat(calendar.schoolDays(monday, LocalDate.of(2026, 2, 23)))
        .as("the first day after a week of vacation")
        .hasValue(5);
    assertThat(calendar.schoolDays(monday, LocalDate.of(2031, 2, 9))).isEmpty();
  }

  @Test
  @Covers("P9")
  void ofAnotherYearAndOfFewNothingIsTold() {
    for (int i = 0; i < 4; i++) {
      opened(pupil(i), "2026-02-02");
    }
    for (int i = 4; i < 11; i++) {
      opened(pupil(i), "2025-07-31");
    }
    assertThat(seen(NORA).figures().routes().total()).isEqualTo(Shown.NOT);
    assertThat(seen(NORA).figures().steps()).flatExtracting(Row::parts).containsOnly(Shown.NOT);
    Visitor nora = visitor(NORA, plugin.school);
    assertThat(plugin.readFigures.of(nora, 2024).orElseThrow().figures().routes().total())
        .isEqualTo(new Shown(7));
    assertThat(plugin.readFigures.of(nora, 2026)).isEmpty();
    assertThat(plugin.readFigures.of(nora, 2020)).isEmpty();
  }

  @Test
  @Covers({"P8", "P9"})
  void whatIsPractisedIsNotCounted() {
    for (int i = 0; i < 5; i++) {
      opened(pupil(i), "2026-02-02");
    }
    for (int round = 1; round <= 9; round++) {
      opened(Practice.pupil(School.ID, round), "2026-02-02");
    }
    assertThat(seen(NORA).figures().routes().total()).isEqualTo(new Shown(5));
  }

  @Test
  @Covers("P9")
  void nobodySeesANumberChangeByWhatWasJustRecorded() {
    for (int i = 0; i < 5; i++) {
      opened(pupil(i), "2026-02-02");
    }
    Seen before = seen(NORA);
    opened(pupil(5), "2026-02-02");
    assertThat(seen(PETRA)).isEqualTo(before);

    plugin.school.later(Duration.ofDays(1));
    assertThat(seen(PETRA).figures().routes().total()).isEqualTo(new Shown(6));
  }

  @Test
  @Covers({"P9", "S10", "A07"})
  void theyAreForWhoReadsEveryDossierOfTheSchoolAndLoggedBefore() {
    for (StaffMember nobody : List.of(ANJA, GIJS, RIK, VERA, FEMKE)) {
      assertThat(plugin.readFigures.of(visitor(nobody, plugin.school), 0)).isEmpty();
    }
    for (StaffMember one : List.of(NORA, SEM, PETRA)) {
      seen(one);
    }
    assertThat(plugin.log.events())
        .extracting(AccessLog.Event::what)
        .containsExactly(
            AccessLog.What.REFUSED,
            AccessLog.What.REFUSED,
            AccessLog.What.REFUSED,
            AccessLog.What.REFUSED,
            AccessLog.What.REFUSED,
            AccessLog.What.READ,
            AccessLog.What.READ,
            AccessLog.What.READ);
    plugin.log.breakDown();
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> seen(NORA));
  }
}
