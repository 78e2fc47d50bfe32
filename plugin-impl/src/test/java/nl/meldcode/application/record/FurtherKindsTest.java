package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.view.EntryRow;
import nl.meldcode.application.view.TaskRow;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Fault;
import org.junit.jupiter.api.Test;

/** Kinds that a protocol asks little of: who records them, what they refuse, who reads them. */
class FurtherKindsTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Viel in slaap."}""";
  private static final String OPENING =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private static final String IN_CLASS =
      """
      {"kind":"ClassroomAction","on":"2026-02-09","aims":["GUIDE","LIMIT"],"what":"Rustige plek."}""";
  private static final String BALANCE =
      """
      {"kind":"BalanceAnalysis","on":"2026-02-09","protective":{"child":"Leert graag."},
       "risk":{"family":"Veel ruzie."}}""";
  private static final String SCOL =
      """
      {"kind":"InstrumentResult","instrument":"SCOL","on":"2026-02-09","outcome":"Laag."}""";
  private static final String CHILD =
      """
      {"kind":"ChildConversation","on":"2026-02-09","place":"klas","staff":["%s"],
       "childStatement":"Ik heb honger."}"""
          .formatted(ANJA.id());
  private static final String ADVICE =
      """
      {"kind":"ExternalConsultation","organisation":"VEILIG_THUIS","on":"2026-02-09",
       "contact":"M. de Boer","question":"Wat nu?","advice":"Praat met ouders."}""";

  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"S1.5", "S1.11", "S3.4", "B9.1"})
  void whileThereAreOnlySignalsTheTeacherActsTestsAndTalksWithTheChild() {
    plugin.recorded(ANJA, SIGNAL);

    List.of(IN_CLASS, SCOL, CHILD).forEach(json -> plugin.recorded(ANJA, json));

    assertThat(plugin.record(ANJA, BALANCE))
        .isEqualTo(new Outcome.Refused("dossier.notOpen", List.of()));
    assertThat(plugin.record(TIM, IN_CLASS)).isEqualTo(new Outcome.NotThere());
    assertThat(faults(IN_CLASS.replace("\"GUIDE\",\"LIMIT\"", ""))).containsExactly("/aims");
    assertThat(faults(CHILD.replace(ANJA.id().toString(), LOTTE.toString())))
        .containsExactly("/staff/0");
  }

  @Test
  @Covers({"S1.10", "S4.5-T"})
  void aBalanceHasAtLeastOneWeight() {
    plugin.recorded(ANJA, OPENING);
    plugin.recorded(ANJA, BALANCE);
    plugin.recorded(NORA, BALANCE);

    String empty =
        """
        {"kind":"BalanceAnalysis","on":"2026-02-09","risk":{"family":" "}}""";
    assertThat(faults(empty)).containsExactly("/protective/child");
  }

  @Test
  @Covers({"S2.3", "S4.3", "S4.10"})
  void adviceFromOutsideIsNoReportAndThatOfVeiligThuisIsReadByFew() {
    plugin.recorded(ANJA, SIGNAL);
    plugin.recorded(ANJA, ADVICE);
    plugin.recorded(SEM, ADVICE.replace("VEILIG_THUIS", "GGD"));

    assertThat(advices(NORA)).containsExactly(true, true);
    assertThat(advices(ANJA)).as("her own, and that of the GGD").containsExactly(true, true);
    plugin.recorded(SEM, ADVICE);
    assertThat(advices(ANJA)).hasSize(2);
    assertThat(plugin.view(NORA).state().name()).isEqualTo("SIGNALS");
    assertThat(plugin.view(ANJA).conclusion()).isNull();
  }

  @Test
  @Covers({"S4.11", "S4.12", "S4.13"})
  void adviceOfVeiligThuisNamesEveryFault() {
    plugin.recorded(ANJA, OPENING);
    String wrong =
        ADVICE.replace(
            "}",
            """
            ,"topics":[{"topic":"LOCAL_EXPERTS","done":false}],"support":["SAFETY_PLAN"],
             "adviceToReport":true}""");

    assertThat(faults(wrong)).containsExactlyInAnyOrder("/reportReasons", "/topics/0/note");
    assertThat(faults(wrong.replace("VEILIG_THUIS", "OTHER")))
        .containsExactlyInAnyOrder(
            "/organisationName", "/topics", "/topics/0/note", "/reportReasons");
    plugin.recorded(
        ANJA,
        wrong
            .replace("\"done\":false", "\"done\":true")
            .replace("\"support\"", "\"reportReasons\":[\"ASKER_CAPACITY\"],\"support\""));
  }

  @Test
  @Covers({"S5.4", "B9.1"})
  void managementRecordsWhatInvolvedPeopleAndThePupilWereTold() {
    plugin.recorded(ANJA, OPENING);
    String told =
        """
        {"kind":"InformationForInvolved","on":"2026-02-09","given":true}""";
    String pupil = "{\"kind\":\"PupilInformed\"}";

    assertThat(plugin.record(ANJA, told))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
    assertThat(faultsFor(NORA, told)).containsExactlyInAnyOrder("/audience", "/what");
    plugin.recorded(NORA, told.replace("true", "false"));
    assertThat(faultsFor(PETRA, pupil)).containsExactly("/informedOn");
    plugin.recorded(PETRA, pupil.replace("}", ",\"reason\":\"Nog te vroeg.\"}"));
    plugin.recorded(PETRA, pupil.replace("}", ",\"informedOn\":\"2026-02-09\"}"));
  }

  @Test
  @Covers("B11.1")
  void aYesInTheChildCheckIsExplained() {
    plugin.recorded(ANJA, OPENING);
    String check =
        """
        {"kind":"ChildCheck","on":"2026-02-09","parentSignals":"YES","otherChildren":"YES"}""";

    assertThat(faults(check)).containsExactlyInAnyOrder("/parentSignalsNote", "/otherChildrenNote");
    plugin.recorded(ANJA, check.replace("YES", "UNKNOWN"));
  }

  @Test
  @Covers("B.11")
  void aQuestionOfVeiligThuisIsAnsweredWithNoMoreThanIsSaid() {
    plugin.recorded(ANJA, OPENING);
    String asked =
        """
        {"kind":"VeiligThuisInformationRequest","on":"2026-02-09","contact":"M. de Boer",
         "question":"Hoe gaat het op school?","answer":"GIVEN_IN_PART"}""";

    assertThat(plugin.record(ANJA, asked))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
    assertThat(faultsFor(NORA, asked))
        .containsExactlyInAnyOrder("/given", "/answeredOn", "/reason");
    assertThat(faultsFor(NORA, asked.replace("GIVEN_IN_PART", "NOT_GIVEN")))
        .containsExactly("/reason");
    assertThat(
            faultsFor(
                NORA,
                asked.replace(
                    "GIVEN_IN_PART\"",
                    "GIVEN\",\"given\":\"Ze is vaak moe.\",\"answeredOn\":\"2026-02-08\"")))
        .containsExactly("/answeredOn");
    plugin.recorded(NORA, asked.replace("GIVEN_IN_PART\"", "NOT_GIVEN\",\"reason\":\"Te ruim.\""));
    assertThat(plugin.view(ANJA).entries())
        .extracting(EntryRow::kind)
        .doesNotContain("VeiligThuisInformationRequest");
  }

  @Test
  @Covers("S5.2")
  void aSafetyPlanGivesPeopleSomethingToDo() {
    plugin.recorded(ANJA, OPENING);
    String plan =
        """
        {"kind":"SafetyPlan","on":"2026-02-09","danger":"Ruzie in het weekend.","madeWith":"Ouders",
         "agreements":[{"what":"Oma belt op zaterdag.","who":"oma"}],"reviewOn":"2026-02-08"}""";

    assertThat(faultsFor(NORA, plan)).containsExactly("/reviewOn");
    assertThat(faultsFor(NORA, plan.replaceFirst("\\[.*]", "[]"))).contains("/agreements");
    plugin.recorded(NORA, plan.replace("02-08", "02-16"));
    assertThat(plugin.view(NORA).tasks())
        .extracting(TaskRow::what, TaskRow::who)
        .containsExactly(tuple("Oma belt op zaterdag.", "oma"));
  }

  /** Whether the content is given, advice by advice. */
  private List<Boolean> advices(StaffMember member) {
    return plugin.view(member).entries().stream()
        .filter(one -> one.kind().equals("ExternalConsultation"))
        .map(EntryRow::content)
        .map(content -> content != null)
        .toList();
  }

  private List<String> faults(String json) {
    return faultsFor(ANJA, json);
  }

  private List<String> faultsFor(StaffMember member, String json) {
    Outcome outcome = plugin.record(member, json);
    assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
    return ((Outcome.Invalid) outcome).faults().stream().map(Fault::pointer).toList();
  }
}
