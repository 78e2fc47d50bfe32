package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a report to Veilig Thuis, as people see it. */
class AfterReportTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-03-02","source":"SELF","facts":"Kwam zonder brood."}""";
  private static final String REPORT =
      """
      {"kind":"VeiligThuisReport","on":"2026-03-02","topics":[],"contact":"M. de Boer",
       "legalDiscussed":true,"agreedFeedbackOn":"2026-03-09"}""";

  private final TestPlugin plugin = new TestPlugin();
  private String report = "";

  @BeforeEach
  void aReportWasMade() {
    plugin.school.goTo(LocalDate.of(2026, 3, 2));
    plugin.recorded(ANJA, SIGNAL);
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-03-02","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    plugin.recorded(
        PETRA,
        """
        {"kind":"Decision","choice":"REPORT","on":"2026-03-02","deciders":["%s"],
         "motivation":"Zo besloten."}"""
            .formatted(PETRA.id()));
    report = plugin.recorded(PETRA, REPORT);
  }

  @Test
  @Covers({"S5.8", "S5.9", "S6.1"})
  void tenWeeksCountFromTheInvestigationElseFromTheReport() {
    assertThat(finding("S6.1").dueOn()).isEqualTo(LocalDate.of(2026, 5, 11));

    plugin.school.goTo(LocalDate.of(2026, 3, 9));
    plugin.recorded(
        NORA,
        """
        {"kind":"InvestigationStarted","report":"%s","on":"2026-03-09"}"""
            .formatted(report));

    assertThat(finding("S6.1").dueOn()).isEqualTo(LocalDate.of(2026, 5, 18));
    assertThat(finding("S6.1").upcoming()).isTrue();
    plugin.school.goTo(LocalDate.of(2026, 5, 19));
    assertThat(finding("S6.1").late()).isTrue();
  }

  @Test
  @Covers({"S6.1", "S6.4", "S6.5", "S0.10"})
  void aConclusionEndsWaitingAndSignalsGoOn() {
    assertThat(plugin.view(NORA).state()).isEqualTo(DossierState.REPORTED);

    plugin.school.goTo(LocalDate.of(2026, 5, 4));
    conclude("CONFIRMED", ",\"responsible\":[\"LOCAL_FIELD\"],\"measures\":\"Hulp aan huis.\"");

    assertThat(plugin.view(NORA).state()).isEqualTo(DossierState.MONITORING);
    plugin.recorded(ANJA, SIGNAL);
    assertThat(finding("S5.19").message()).contains("nieuwe signalen");
  }

  @Test
  @Covers({"S6.7c", "S3.2"})
  void whatVeiligThuisExpectsIsATaskOfSomebodyUntilItIsDone() {
    plugin.school.goTo(LocalDate.of(2026, 3, 9));
    String feedback =
        plugin.recorded(
            NORA,
            """
            {"kind":"VeiligThuisFeedback","report":"%s","on":"2026-03-09","confirmed":"YES",
             "expectations":[{"what":"Elke week kijken.","owner":"%s","dueOn":"2026-03-16"},
              {"what":"Ouders steunen.","owner":"%s"}]}"""
                .formatted(report, ANJA.id(), NORA.id()));

    assertThat(plugin.view(NORA).tasks())
        .extracting(TaskRow::what, TaskRow::who, TaskRow::mine, TaskRow::done)
        .containsExactly(
            tuple("Elke week kijken.", "Anja Post", false, false),
            tuple("Ouders steunen.", "Nora Kuiper", true, false));
    assertThat(plugin.view(ANJA).tasks())
        .extracting(TaskRow::what)
        .containsExactly("Elke week kijken.");
    plugin.school.goTo(LocalDate.of(2026, 3, 17));
    assertThat(plugin.view(ANJA).tasks().get(0).late()).isTrue();

    plugin.recorded(ANJA, done(feedback, 1));

    assertThat(plugin.view(ANJA).tasks().get(0))
        .satisfies(task -> assertThat(task.done()).isTrue())
        .satisfies(task -> assertThat(task.late()).isFalse());
    assertThat(plugin.record(NORA, done(feedback, 3)))
        .isEqualTo(invalid("/source", "task.unknown"));
    assertThat(plugin.record(NORA, done(report, 1))).isEqualTo(invalid("/source", "task.unknown"));
  }

  @Test
  @Covers({"S5.9", "S6.11"})
  void aTeacherIsToldNothingOfAReportButThatManagementIsAtIt() {
    DossierView hers = plugin.view(ANJA);

    assertThat(hers.state()).isEqualTo(DossierState.DECIDED);
    assertThat(hers.conclusion()).isEqualTo("Besluit: dit is bij de directie.");
    assertThat(hers.steps()).extracting(StepRow::id).doesNotContain("after-report");
    assertThat(hers.findings())
        .extracting(FindingRow::step)
        .doesNotContain("decision", "after-report");
    assertThat(hers.toString() + hers.findings() + hers.steps()).doesNotContain("elding");
    assertThat(plugin.view(NORA).steps()).extracting(StepRow::id).contains("after-report");
    assertThat(plugin.record(ANJA, conclusion("REFUTED", "")))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
  }

  @Test
  @Covers({"S6.2", "S6.3"})
  void whatWasNotConfirmedIsNeverClosedAsRefuted() {
    plugin.school.goTo(LocalDate.of(2026, 5, 4));
    conclude("NOT_CONFIRMED", "");

    assertThat(plugin.record(NORA, closure("REFUTED")))
        .isEqualTo(new Outcome.Refused("closure.conclusion", List.of()));
    assertThat(plugin.record(NORA, closure("NOT_CONFIRMED")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.code()).isEqualTo("closure.gaps"));
  }

  @Test
  @Covers("S6.7d")
  void onlyTheHeadAndWhoRecordedItReadsWhatWasToldAboutTheFamily() {
    plugin.recorded(
        NORA,
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-03-02","information":"GEHEIM"}"""
            .formatted(report));

    assertThat(kinds(NORA)).contains("FamilyInformation");
    assertThat(kinds(PETRA)).contains("FamilyInformation");
    assertThat(kinds(SEM)).doesNotContain("FamilyInformation");
    assertThat(kinds(ANJA)).doesNotContain("FamilyInformation");
  }

  @Test
  void whatFollowsAReportNamesAReportOfThisDossier() {
    String signal = plugin.recorded(ANJA, SIGNAL);

    assertThat(plugin.record(NORA, conclusion("REFUTED", "").replace(report, signal)))
        .isEqualTo(invalid("/report", "veiligThuisReport.unknown"));
  }

  @Test
  @Covers({"S5.9b", "S6.9", "S3.2"})
  void whatTheSchoolAgreedGoesOnAfterTheReport() {
    String meeting =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-03-02","place":"school",
             "schoolParticipants":["%s"],"guardiansPresent":["%s"],"points":[]}"""
                .formatted(ANJA.id(), School.ILSE));
    plugin.recorded(
        ANJA,
        """
        {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken af wat school doet.",
         "agreements":[{"what":"Brood op school.","who":"school","dueOn":"2026-06-01"}]}"""
            .formatted(meeting));

    plugin.recorded(
        NORA,
        """
        {"kind":"VeiligThuisFeedback","report":"%s","on":"2026-03-02","confirmed":"NO",
         "problemAndAgreements":"Moeder krijgt hulp.","expectationsNotTold":true}"""
            .formatted(report));

    assertThat(plugin.view(ANJA).tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.what()).isEqualTo("Brood op school."))
        .satisfies(task -> assertThat(task.done()).isFalse());
    assertThat(kinds(PETRA)).contains("VeiligThuisFeedback");
    assertThat(kinds(ANJA)).doesNotContain("VeiligThuisFeedback");
  }

  private List<String> kinds(StaffMember member) {
    return plugin.view(member).entries().stream().map(EntryRow::kind).toList();
  }

  private FindingRow finding(String row) {
    return plugin.view(NORA).findings().stream()
        .filter(one -> one.requirement().equals(row))
        .findFirst()
        .orElseThrow();
  }

  private void conclude(String conclusion, String more) {
    plugin.recorded(NORA, conclusion(conclusion, more));
  }

  private String conclusion(String conclusion, String more) {
    return """
    {"kind":"VeiligThuisConclusion","report":"%s","on":"2026-03-02","conclusion":"%s"%s}"""
        .formatted(report, conclusion, more);
  }

  private static String closure(String reason) {
    return """
    {"kind":"Closure","reason":"%s","on":"2026-05-04"}"""
        .formatted(reason);
  }

  private static String done(String source, int number) {
    return """
    {"kind":"TaskDone","source":"%s","number":%d,"on":"2026-03-16"}"""
        .formatted(source, number);
  }

  private static Outcome invalid(String pointer, String code) {
    return new Outcome.Invalid(List.of(new Fault(pointer, code)));
  }
}
