package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.JEROEN;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.CloseReason;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.Test;

/** A happy path with help accepted, and the same with a parent who disagrees, as people see it. */
class ScenarioTest {
  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"P1", "P2", "P4", "S0.5", "S5.1"})
  void helpIsAcceptedAndWorksSoTheDossierClosesWithoutAnythingMissing() {
    String report = untilTheTalk();
    acknowledge(report, ILSE, "ONDERTEKEND", "\"signedName\":\"Ilse van Dam\"");
    acknowledge(report, JEROEN, "ONDERTEKEND", "\"signedName\":\"Jeroen Hendriks\"");
    assertThat(step("parents")).isEqualTo("done");
    decideAndHelp();

    assertThat(plugin.view(NORA).findings())
        .filteredOn(finding -> finding.severity() != Severity.ADVICE)
        .isEmpty();
    plugin.recorded(
        NORA, "{\"kind\":\"Closure\",\"reason\":\"HELP_EFFECTIVE\",\"on\":\"2026-03-30\"}");
    assertThat(plugin.dossiers.all().get(0).closed()).contains(CloseReason.HELP_EFFECTIVE);
    assertThat(plugin.view(NORA).entries()).noneMatch(e -> e.kind().equals("VeiligThuisReport"));
  }

  @Test
  @Covers({"S0.7", "S4.7"})
  void theTeacherSeesTheConclusionAndNeverTheMotivation() {
    String report = untilTheTalk();
    acknowledge(report, ILSE, "GEZIEN", "\"guardianView\":null");
    acknowledge(report, JEROEN, "GEZIEN", "\"guardianView\":null");
    decideAndHelp();

    DossierView hers = plugin.view(ANJA);

    assertThat(hers.conclusion()).isEqualTo("Besluit: school organiseert hulp.");
    assertThat(hers.state()).isEqualTo(DossierState.DECIDED);
    assertThat(hers.entries())
        .filteredOn(entry -> entry.kind().equals("Weighing") || entry.kind().equals("Decision"))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.content()).isNull();
              assertThat(entry.summary()).isNotBlank();
            });
    assertThat(hers.entries())
        .noneMatch(entry -> List.of("DossierReview", "HelpArrangement").contains(entry.kind()));
  }

  @Test
  @Covers({"S3.7", "S3.8", "S3.9"})
  void aFatherWhoDisagreesSignsForSeenAndANewVersionAsksBothAgain() {
    String first = untilTheTalk();
    acknowledge(first, ILSE, "ONDERTEKEND", "\"signedName\":\"Ilse van Dam\"");
    assertThat(plugin.view(ANJA).next())
        .satisfies(next -> assertThat(next.requirement()).startsWith("S3."));
    acknowledge(first, JEROEN, "GEZIEN", "\"guardianView\":\"Vaak klopt niet.\"");
    assertThat(step("parents")).isEqualTo("done");
    assertThat(plugin.documents.reactions)
        .last()
        .satisfies(
            sheet -> {
              assertThat(sheet.status()).isEqualTo("Gezien. Dit is geen akkoord.");
              assertThat(sheet.guardianView()).isEqualTo("Vaak klopt niet.");
            });
    byte[] frozen = document(first);

    String meeting = plugin.view(ANJA).reports().get(0).meeting();
    String second = report(meeting, "Andere tekst.");

    ReportRows rows = plugin.view(ANJA).reports().get(0);
    assertThat(rows.versions()).extracting(ReportRows.Version::number).containsExactly(1, 2);
    assertThat(statuses(rows.versions().get(0))).containsExactly("ONDERTEKEND", "GEZIEN");
    assertThat(statuses(rows.versions().get(1))).containsExactly("AANGEBODEN", "AANGEBODEN");
    assertThat(document(first)).isEqualTo(frozen);
    assertThat(step("parents")).isNotEqualTo("done");
    assertThat(acknowledgement(first, ILSE, "GEZIEN", "\"guardianView\":null"))
        .isEqualTo(new Outcome.Refused("report.notLatest", List.of()));
    acknowledge(second, ILSE, "ONDERTEKEND", "\"signedName\":\"Ilse van Dam\"");
    plugin.recorded(ANJA, refusal(second));
    assertThat(step("parents")).isEqualTo("done");
  }

  @Test
  void anAnswerToOtherBytesOrOfAStrangerIsRefused() {
    String report = untilTheTalk();
    String other = acknowledgementJson(report, "0".repeat(64), ILSE, "GEZIEN", "\"note\":null");

    assertThat(plugin.record(ANJA, other))
        .isEqualTo(new Outcome.Refused("report.otherDocument", List.of()));
    assertThat(acknowledgement(report, new PersonId(School.id("x")), "GEZIEN", "\"note\":null"))
        .isInstanceOf(Outcome.Invalid.class);
  }

  @Test
  @Covers("S2.6")
  void theLevelThatIsAskedFollowsFromTheSignals() {
    untilTheTalk();

    assertThat(plugin.view(NORA).requiredLevel()).isEqualTo(ConsultLevel.EXPERT_ADVICE);
  }

  @Test
  @Covers("S11")
  void whoMayNotKnowSeesTheSamePageWithAndWithoutADossier() {
    PageView without = plugin.page(TIM);
    untilTheTalk();
    plugin.school.goTo(LocalDate.of(2026, 2, 9));

    PageView with = plugin.page(TIM);

    assertThat(with).isEqualTo(without);
    assertThat(with.hidden()).isTrue();
    assertThat(with.dossier()).isNull();
    assertThat(plugin.page(RIK).guardians()).isEmpty();
  }

  @Test
  void whatSomebodyOutsideTheCircleRecordedStaysReadableForThemAlone() {
    untilTheTalk();
    plugin.recorded(TIM, signal("2026-02-12", "Zat alleen op de gang."));

    assertThat(plugin.page(TIM).own())
        .singleElement()
        .satisfies(entry -> assertThat(entry.kind()).isEqualTo("Signal"));
    assertThat(plugin.page(TIM).dossier()).isNull();
  }

  @Test
  @Covers("A07")
  void everyLookIsInTheAccessLog() {
    plugin.page(NORA);
    plugin.page(TIM);

    assertThat(plugin.log.events())
        .extracting(event -> event.what())
        .containsExactly(What.READ, What.REFUSED);
  }

  private String untilTheTalk() {
    signalsAndAdvice();
    return talk();
  }

  private void signalsAndAdvice() {
    plugin.school.goTo(LocalDate.of(2026, 2, 9));
    plugin.recorded(ANJA, signal("2026-02-02", "Had geen lunch bij zich."));
    plugin.recorded(ANJA, signal("2026-02-04", "Viel om 9.15 uur in slaap."));
    plugin.recorded(ANJA, signal("2026-02-09", "Had geen lunch bij zich."));
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    plugin.recorded(
        ANJA,
        """
        {"kind":"SignalOverview","what":"Moe, geen lunch","frequency":"REPEATED",
         "situations":"In de klas","others":"NO","development":"Past er niet bij",
         "seriousness":"NOT_STRIKING"}""");
    plugin.school.goTo(LocalDate.of(2026, 2, 10));
    plugin.recorded(NORA, "{\"kind\":\"HandoverAccepted\",\"on\":\"2026-02-10\"}");
    plugin.school.goTo(LocalDate.of(2026, 2, 11));
    plugin.recorded(
        ANJA,
        """
        {"kind":"Consultation","level":"EXPERT_ADVICE","on":"2026-02-11","participants":
         [{"staff":"%s"},{"staff":"%s"}],"question":"Wat te doen?","outcome":"Praat met ouders."}"""
            .formatted(ANJA.id(), NORA.id()));
    plugin.recorded(
        NORA,
        "{\"kind\":\"CoachNamed\",\"coach\":\"%s\",\"on\":\"2026-02-11\"}".formatted(NORA.id()));
  }

  private String talk() {
    plugin.school.goTo(LocalDate.of(2026, 2, 16));
    String meeting =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-16","place":"school","schoolParticipants":["%s"],
             "guardiansPresent":["%s","%s"],"recognition":"PARTLY","points":[
             {"point":"PURPOSE","done":true},{"point":"FACTS","done":true},
             {"point":"CRITERIA","done":true},{"point":"RECOGNITION","done":true},
             {"point":"EMOTION","done":true},{"point":"COOPERATION","done":true},
             {"point":"AGREEMENTS","done":true}]}"""
                .formatted(ANJA.id(), ILSE, JEROEN));
    String report = report(meeting, "We hebben verteld wat wij op school zien.");
    plugin.school.goTo(LocalDate.of(2026, 2, 18));
    return report;
  }

  private void decideAndHelp() {
    plugin.school.goTo(LocalDate.of(2026, 2, 20));
    plugin.recorded(
        NORA, "{\"kind\":\"DossierReview\",\"on\":\"2026-02-20\",\"summary\":\"Gelezen.\"}");
    plugin.recorded(
        NORA, "{\"kind\":\"InternalInquiry\",\"needed\":false,\"reason\":\"Alles is bekend.\"}");
    plugin.recorded(
        NORA,
        """
        {"kind":"Weighing","scope":"INDIVIDUAL","individual":[
         {"criterion":"I1","answer":"YES"},{"criterion":"I2","answer":"NO"},
         {"criterion":"I3","answer":"NO"},{"criterion":"I4","answer":"NO"},
         {"criterion":"I5","answer":"NO"}],"safetyRisk":{"physical":"NO","social":"YES"},
         "unrest":{"inClass":"NO","inSchool":"NO","inCommunity":"NO"},"developmentPoints":"geen",
         "externalAdviceAsked":false,"externalAdviceReason":"Ouders werken mee.",
         "conclusion":"CONCERN_HELP","motivation":"GEHEIME MOTIVERING"}""");
    plugin.recorded(
        PETRA,
        """
        {"kind":"Decision","choice":"ORGANISE_HELP","on":"2026-02-20","deciders":["%s"],
         "motivation":"GEHEIME MOTIVERING"}"""
            .formatted(PETRA.id()));
    String help =
        plugin.recorded(
            NORA,
            """
            {"kind":"HelpArrangement","what":"Schoolmaatschappelijk werk","provider":"Wijkteam",
             "owner":"%s","startOn":"2026-02-23","reviewOn":"2026-03-30","acceptance":[
             {"guardian":"%s","accepted":"YES"},{"guardian":"%s","accepted":"YES"}]}"""
                .formatted(NORA.id(), ILSE, JEROEN));
    plugin.school.goTo(LocalDate.of(2026, 3, 30));
    plugin.recorded(
        NORA,
        """
        {"kind":"HelpEvaluation","arrangement":"%s","on":"2026-03-30","effectChild":"Uitgerust",
         "improved":"YES"}"""
            .formatted(help));
  }

  private String report(String meeting, String text) {
    return plugin.recorded(
        ANJA,
        """
        {"kind":"MeetingReport","meeting":"%s","text":"%s","agreements":[
         {"what":"Ontbijt op school","who":"Anja Post","dueOn":"2026-02-18"}]}"""
            .formatted(meeting, text));
  }

  private static String signal(String day, String facts) {
    return "{\"kind\":\"Signal\",\"observedOn\":\"%s\",\"source\":\"SELF\",\"facts\":\"%s\"}"
        .formatted(day, facts);
  }

  private void acknowledge(String report, PersonId guardian, String status, String more) {
    assertThat(acknowledgement(report, guardian, status, more)).isInstanceOf(Outcome.Done.class);
  }

  private Outcome acknowledgement(String report, PersonId guardian, String status, String more) {
    String json = acknowledgementJson(report, sha256(report), guardian, status, more);
    return plugin.record(ANJA, json);
  }

  private static String acknowledgementJson(
      String report, String sha256, PersonId guardian, String status, String more) {
    return """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "status":"%s","method":"ON_SCREEN","on":"2026-02-18",%s}"""
        .formatted(report, sha256, guardian, status, more);
  }

  private String refusal(String report) {
    return """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "status":"GEWEIGERD","method":"NONE","on":"2026-02-18","note":"Wil niets zetten."}"""
        .formatted(report, sha256(report), JEROEN);
  }

  private String sha256(String report) {
    return plugin.view(NORA).reports().stream()
        .flatMap(rows -> rows.versions().stream())
        .filter(version -> version.id().equals(report))
        .map(ReportRows.Version::sha256)
        .findFirst()
        .orElse("f".repeat(64));
  }

  private byte[] document(String report) {
    return plugin
        .readDocument
        .read(plugin.school.caller(NORA), new EntryId(UUID.fromString(report)), false)
        .orElseGet(() -> "gone".getBytes(StandardCharsets.UTF_8));
  }

  private String step(String id) {
    return plugin.view(NORA).steps().stream()
        .filter(row -> row.id().equals(id))
        .map(StepRow::state)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> statuses(ReportRows.Version version) {
    return version.guardians().stream().map(ReportRows.GuardianStatus::status).toList();
  }
}
