package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenarios E3, E4, E5 and E7 at one school, in the order of the calendar. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ReportedTest {
  private static final LocalDate REPORTED = LocalDate.of(2026, 3, 2);

  private StartedSchool school;
  private String report = "";

  @BeforeAll
  void start() {
    school = StartedSchool.at(LocalDate.of(2026, 2, 9), LocalTime.of(9, 0));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S3.11", "S5.6", "S5.11", "S5.12", "S5.13", "S5.14", "S5.16", "S5.17"})
  void refusedHelpWithoutImprovementIsReportedAndStepFiveIsComplete() {
    Daan.refusedHelp(school);
    Tab petra = on(REPORTED, "petra", "daan");
    assertThat(petra.dossier().missing("decision")).containsExactly("S5.1");
    petra.record(ReportForms.decision("REPORT", REPORTED, ""));
    petra.record(ReportForms.informed(Daan.MOTHER, REPORTED));
    petra.record(ReportForms.informed(Daan.FATHER, REPORTED));
    report = petra.record(ReportForms.veiligThuis(REPORTED, LocalDate.of(2026, 3, 9)));

    View view = petra.dossier();
    assertThat(view.state()).isEqualTo("REPORTED");
    assertThat(view.missing("decision")).isEmpty();
    assertThat(due(view, "S6.1")).as("no start was recorded").isEqualTo("2026-05-11");
  }

  @Test
  @Order(2)
  @Covers({"B5.1", "B5.2", "S3.12", "S5.6"})
  void inAcuteDangerTheTeacherRecordsAtOnceAndEverythingElseComesAfterwards() {
    LocalDate friday = LocalDate.of(2026, 3, 13);
    school.goTo(friday, LocalTime.of(14, 50));
    Tab anja = school.tab("anja", "sam");
    anja.record(
        """
        {"kind": "EmergencyAction", "called": ["VEILIG_THUIS", "EMERGENCY_SERVICES"],
         "on": "2026-03-13", "at": "14:50", "reason": "Verse brandwonden, bang om naar huis te gaan.",
         "outcome": "De politie komt."}""");
    Tab nora = school.tab("nora", "sam");
    assertThat(nora.dossier().state()).isEqualTo("EMERGENCY");
    assertThat(due(nora.dossier(), "B5.2")).isEqualTo("2026-03-16");
    assertThat(nora.dossier().entries("EmergencyAction"))
        .singleElement()
        .satisfies(one -> assertThat(one.path("content").path("at").asText()).startsWith("14:50"));

    View view = caughtUp(LocalDate.of(2026, 3, 16));
    assertThat(view.step("consultation")).isEqualTo("after");
    assertThat(view.step("parents")).isEqualTo("reason");
    assertThat(view.step("weighing")).isEqualTo("after");
    assertThat(view.findings("S5.6")).isEmpty();
    assertThat(view.root().path("dossier").path("entries").findValuesAsText("kind"))
        .startsWith("EmergencyAction", "ManagementResponse", "DossierOpened", "StepWaiver");
  }

  @Test
  @Order(3)
  @Covers({"S5.8", "S6.1", "S6.4", "S6.5", "S6.7c", "S0.10"})
  void aConfirmedReportLeadsToTasksAndToMonitoring() {
    Tab nora = on(LocalDate.of(2026, 5, 4), "nora", "daan");
    nora.record(ReportForms.investigation(report, LocalDate.of(2026, 3, 9)));
    assertThat(due(nora.dossier(), "S6.1")).isEqualTo("2026-05-18");

    nora.record(
        ReportForms.conclusion(
            report,
            LocalDate.of(2026, 5, 4),
            "CONFIRMED",
            ", \"responsible\": [\"LOCAL_FIELD\"], \"measures\": \"Hulp aan huis.\""));
    nora.record(
        ReportForms.feedback(
            report,
            LocalDate.of(2026, 5, 4),
            "YES",
            """
            , "followUpStarted": "YES", "expectations": [
             {"what": "Elke week kijken hoe het gaat.", "owner": "%s"},
             {"what": "Ouders steunen.", "owner": "%s", "dueOn": "2026-06-01"}]"""
                .formatted(Ids.staff("nora"), Ids.staff("petra"))));

    View view = nora.dossier();
    assertThat(view.state()).isEqualTo("MONITORING");
    assertThat(view.missing("after-report")).isEmpty();
    assertThat(view.dossier().path("tasks").findValuesAsText("who"))
        .containsExactly("Nora Kuiper", "Petra Smit");
    nora.record(Forms.signal(LocalDate.of(2026, 5, 4), "Kwam weer zonder brood."));
    assertThat(nora.dossier().findings("S5.19")).hasSize(1);
  }

  @Test
  @Order(4)
  @Covers({"S6.3"})
  void notConfirmedIsNotCompleteBeforeTheRecallIsKnownAndNeverRefuted() {
    LocalDate reported = LocalDate.of(2026, 10, 5);
    Tab petra = on(reported, "petra", "mila");
    petra.record(Forms.opening(reported));
    petra.record(ReportForms.decision("REPORT", reported, ""));
    String its = petra.record(ReportForms.veiligThuis(reported, LocalDate.of(2026, 10, 12)));
    LocalDate december = LocalDate.of(2026, 12, 1);
    Tab nora = on(december, "nora", "mila");
    nora.record(ReportForms.feedback(its, december, "NO", ", \"expectationsNotTold\": true"));
    String told =
        ", \"fileClosed\": \"YES\", \"reporterInformed\": \"YES\", \"professionalsInformed\": \"YES\","
            + " \"helpReferredTo\": \"wijkteam\", \"recall\": {\"planned\": \"YES\"%s}";
    nora.record(ReportForms.conclusion(its, december, "NOT_CONFIRMED", told.formatted("")));
    assertThat(nora.dossier().missing("after-report")).containsExactly("S6.3");
    Answer refused = nora.recordExpecting(409, ReportForms.closing("REFUTED", december));
    assertThat(refused.text()).contains("andere conclusie");

    nora.record(
        ReportForms.conclusion(
            its,
            december,
            "NOT_CONFIRMED",
            told.formatted(
                ", \"dueOn\": \"2027-03-01\", \"with\": \"school\", \"method\": \"telefoon\"")));
    assertThat(nora.dossier().missing("after-report")).as("completed later").isEmpty();
    assertThat(nora.dossier().findings("S6.3.recall")).isEmpty();
    Tab later = on(LocalDate.of(2027, 2, 15), "nora", "mila");
    assertThat(later.dossier().findings("S6.3.recall"))
        .singleElement()
        .satisfies(one -> assertThat(one.path("message").asText()).contains("1 maart"))
        .satisfies(one -> assertThat(one.path("mine").asBoolean()).isTrue());
  }

  /** What was left out on the Friday of the burns, recorded on the Monday after. */
  private View caughtUp(LocalDate monday) {
    Tab petra = on(monday, "petra", "sam");
    petra.record(
        """
        {"kind": "ManagementResponse", "on": "2026-03-16", "response": "Wij nemen het over."}""");
    petra.record(Forms.opening(monday));
    petra.record(
        """
        {"kind": "StepWaiver", "step": "PARENTS", "ground": "URGENCY", "on": "2026-03-16",
         "motivation": "Er was geen tijd voor een gesprek."}""");
    petra.record(
        ReportForms.decision(
            "REPORT",
            monday,
            ", \"override\": \"ACUTE\", \"overrideReason\": \"Verse brandwonden.\""));
    Tab ib = now("nora", "sam");
    ib.record(Forms.signal(monday.minusDays(3), "Verse brandwonden op de arm."));
    ib.record(Forms.fiveAnswers());
    ib.record(Forms.handover(monday));
    ib.record(Forms.advice(monday));
    ib.record(Forms.coach(monday));
    ib.record(Forms.review(monday));
    ib.record(Forms.noInquiry());
    ib.record(Forms.weighing("Feiten."));
    return ib.dossier();
  }

  @Test
  @Order(5)
  @Covers({"S1.6", "S5.11"})
  void whatWasRecordedCanBeHadOnPaperAndIsKeptWithTheDossier() {
    Tab nora = now("nora", "daan");
    String log = nora.record("{\"kind\": \"SignalLog\", \"purpose\": \"casuïstiekoverleg\"}");
    String all = nora.record("{\"kind\": \"Chronology\", \"purpose\": \"inspectie\"}");

    for (String entry : List.of(log, all, report)) {
      byte[] pdf = nora.document(entry);
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(now("petra", "daan").document(entry)).isEqualTo(pdf);
    }
  }

  @Test
  @Order(6)
  @Covers({"S6.2"})
  void aRefutedSuspicionIsClosedAsThatAndStandsInTheDossier() {
    LocalDate reported = LocalDate.of(2027, 3, 1);
    Tab petra = on(reported, "petra", "noor");
    petra.record(Forms.opening(reported));
    petra.record(ReportForms.decision("REPORT", reported, ""));
    String its = petra.record(ReportForms.veiligThuis(reported, LocalDate.of(2027, 3, 8)));
    LocalDate april = LocalDate.of(2027, 4, 12);
    Tab nora = on(april, "nora", "noor");
    nora.record(ReportForms.feedback(its, april, "NO", ", \"expectationsNotTold\": true"));
    assertThat(nora.dossier().findings("S6.1")).hasSize(1);
    String told =
        ", \"fileClosed\": \"YES\", \"destructionRight\": \"YES\", \"reporterInformed\": \"YES\","
            + " \"professionalsInformed\": \"YES\"";
    nora.record(ReportForms.conclusion(its, april, "REFUTED", told));
    assertThat(nora.dossier().missing("after-report")).isEmpty();

    List<String> open =
        nora.dossier().findings().stream()
            .filter(View.Finding::holdsUp)
            .map(View.Finding::requirement)
            .distinct()
            .toList();
    assertThat(nora.recordExpecting(409, ReportForms.closing("NOT_CONFIRMED", april, open)).text())
        .contains("andere conclusie");
    nora.record(ReportForms.closing("REFUTED", april, open));

    View view = nora.dossier();
    assertThat(view.state()).isEqualTo("CLOSED");
    assertThat(view.entries("Closure"))
        .singleElement()
        .satisfies(
            one -> assertThat(one.path("content").path("reason").asText()).isEqualTo("REFUTED"));
    assertThat(view.entries("VeiligThuisConclusion")).hasSize(1);
  }

  private static String due(View view, String row) {
    return view.findings(row).get(0).path("dueOn").asText();
  }

  private Tab on(LocalDate day, String login, String pupil) {
    school.goTo(day, LocalTime.of(10, 0));
    return now(login, pupil);
  }

  private Tab now(String login, String pupil) {
    return school.tab(login, pupil);
  }
}
