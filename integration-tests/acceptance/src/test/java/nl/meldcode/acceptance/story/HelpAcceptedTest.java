package nl.meldcode.acceptance.story;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E1, step by step: each test is the next day of the same dossier. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HelpAcceptedTest {
  private static final List<String> STEPS =
      List.of("signals", "consultation", "parents", "weighing", "decision");
  private static final Pattern DOWNLOAD =
      Pattern.compile("href=\"(/record-entries/[^\"]+/documents/[^\"]+)\"");

  private StartedSchool school;
  private Lotte lotte;
  private String talk = "";
  private Version report = new Version("", "");
  private String help = "";

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    lotte = new Lotte(school);
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S1.1", "S1.2", "S1.3", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e", "S0.6", "S2.6"})
  void repeatedSignalsAskForAHandoverAndForExpertAdvice() {
    lotte.signals();

    View view = lotte.now("anja").dossier();
    assertThat(view.state()).isEqualTo("OPEN");
    assertThat(view.step("signals")).isEqualTo("done");
    assertThat(view.missing("signals")).isEmpty();
    assertThat(view.dossier().path("requiredLevel").asText()).isEqualTo("EXPERT_ADVICE");
    assertThat(view.missing("consultation")).contains("S2.6", "S2.12");
    assertThat(view.findings("S0.6"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path("by").toString()).isEqualTo("[\"IB\",\"DIR\"]");
              assertThat(finding.path("mine").asBoolean()).isFalse();
              assertThat(finding.path("who").asText()).isNotBlank();
            });
    assertThat(lotte.now("nora").dossier().findings("S0.6"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.path("mine").asBoolean()).isTrue());
  }

  @Test
  @Order(2)
  @Covers({"S1.9"})
  void anEmptySignalListOfTheSchoolIsOnlyAdvice() {
    assertThat(lotte.now("anja").dossier().findings("S1.9"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.path("severity").asText()).isEqualTo("ADVICE"));
  }

  @Test
  @Order(3)
  @Covers({"S0.6", "S2.1", "S2.6", "S2.12"})
  void adviceAndACoachCompleteTheConsultation() {
    Tab nora = lotte.on(february(10), "nora");
    nora.record(Forms.handover(february(10)));
    assertThat(nora.dossier().findings("S0.6")).isEmpty();

    Tab anja = lotte.on(february(11), "anja");
    anja.record(Forms.advice(february(11)));
    assertThat(anja.dossier().missing("consultation")).containsExactly("S2.12");
    assertThat(anja.dossier().step("consultation")).isEqualTo("doing");

    Tab coach = lotte.now("nora");
    coach.record(Forms.coach(february(11)));
    assertThat(coach.dossier().missing("consultation")).isEmpty();
    assertThat(coach.dossier().step("consultation")).isEqualTo("done");
  }

  @Test
  @Order(4)
  @Covers({"S3.1", "S3.3", "S3.10a"})
  void aTalkAsksForAReport() {
    talk = lotte.talk();

    View view = lotte.now("anja").dossier();
    assertThat(view.missing("parents")).contains("S3.3").doesNotContain("S3.1", "S3.10a");
    assertThat(view.findings("S3.3"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(LocalDate.parse(finding.path("dueOn").asText()))
                    .isBetween(february(23), LocalDate.of(2026, 3, 3)));
  }

  @Test
  @Order(5)
  @Covers({"S3.7", "S3.9"})
  void aRecordedReportWaitsForBothParents() {
    report = lotte.report(talk);

    View view = lotte.now("anja").dossier();
    assertThat(view.missing("parents")).containsExactly("S3.9");
    assertThat(view.findings("S3.9"))
        .hasSize(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.path("mine").asBoolean()).isTrue();
              assertThat(LocalDate.parse(finding.path("dueOn").asText()))
                  .isBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
            });
    assertThat(view.findings("S3.9").toString())
        .containsIgnoringCase("moeder")
        .containsIgnoringCase("vader");
    assertThat(view.guardian(report.id(), Forms.MOTHER).path("status").asText())
        .isEqualTo("AANGEBODEN");
    assertThat(view.report(report.id()).path("delivery").path("state").asText())
        .isIn("WAITING", "STORED");
  }

  @Test
  @Order(6)
  @Covers({"S3.8", "S3.9"})
  void twoSignaturesCompleteTheStep() {
    lotte.bothSign(report);

    View view = lotte.now("anja").dossier();
    assertThat(view.missing("parents")).isEmpty();
    assertThat(view.step("parents")).isEqualTo("done");
    for (var guardian : List.of(Forms.MOTHER, Forms.FATHER)) {
      assertThat(view.guardian(report.id(), guardian).path("status").asText())
          .isEqualTo("ONDERTEKEND");
    }
  }

  @Test
  @Order(7)
  @Covers({"S3.6", "P3"})
  void theReportAndBothSignaturesStandOnThePupilsRecord() {
    HostSession nora = HostSession.signIn(school.site(), "nora");
    Await.until(
        "both signatures at the host",
        Duration.ofSeconds(30),
        () -> nora.documents(Lotte.PUPIL).contains("2 ondertekend"));

    String page = nora.documents(Lotte.PUPIL);
    Matcher download = DOWNLOAD.matcher(page);
    assertThat(download.find()).isTrue();
    byte[] stored = nora.page(download.group(1)).expect(200).bytes();
    assertThat(sha256(stored)).isEqualTo(report.sha256());
    assertThat(stored).isEqualTo(lotte.now("anja").document(report.id()));
    assertThat(download.find()).as("one document only").isFalse();
    assertThat(page).contains("<h3>Gespreksverslag").doesNotContainIgnoringCase("mishandeling");
    Await.until(
        "the tab says that it is stored",
        Duration.ofSeconds(30),
        () ->
            lotte
                .now("anja")
                .dossier()
                .report(report.id())
                .path("delivery")
                .path("state")
                .asText()
                .equals("STORED"));
  }

  @Test
  @Order(8)
  @Covers({"S3.6"})
  void theParentsPortalDoesNotShowTheReport() {
    HostSession nora = HostSession.signIn(school.site(), "nora");
    assertThat(nora.documents(Lotte.PUPIL)).contains("Zichtbaar voor: alleen");
    String portal = HostSession.signIn(school.site(), "ilse").page("/portal").expect(200).text();
    assertThat(portal)
        .contains("Lotte", "Er is op dit moment niets gedeeld.")
        .doesNotContain("Gespreksverslag", "documents");
  }

  @Test
  @Order(9)
  @Covers({"C.3"})
  void releasedForBothParentsItStandsInTheirPortalUntilItIsTakenOutAgain() {
    Tab nora = lotte.now("nora");
    nora.recordExpecting(409, ReportForms.released(report.id(), Forms.MOTHER));
    lotte.now("anja").recordExpecting(403, ReportForms.released(report.id(), Forms.MOTHER));

    nora.record(ReportForms.released(report.id(), Forms.MOTHER, Forms.FATHER));
    Await.until(
        "both parents find it",
        Duration.ofSeconds(30),
        () -> inPortal("ilse") && inPortal("jeroen"));
    assertThat(inPortal("sanne")).isFalse();

    nora.record(ReportForms.takenBack(report.id()));
    Await.until(
        "nobody finds it", Duration.ofSeconds(30), () -> !inPortal("ilse") && !inPortal("jeroen"));
  }

  private boolean inPortal(String parent) {
    return HostSession.signIn(school.site(), parent)
        .page("/portal")
        .expect(200)
        .text()
        .contains("Gespreksverslag");
  }

  @Test
  @Order(10)
  @Covers({"S4.1", "S4.2", "S4.5", "S4.6a", "S4.7", "S4.8"})
  void noraWeighs() {
    Tab nora = lotte.on(february(19), "nora");
    assertThat(nora.dossier().missing("weighing")).contains("S4.1", "S4.2", "S4.7");
    nora.record(Forms.review(february(19)));
    nora.record(Forms.noInquiry());
    assertThat(nora.dossier().missing("weighing")).contains("S4.7").doesNotContain("S4.1", "S4.2");
    nora.record(Forms.weighing(Lotte.WEIGHED));

    assertThat(nora.dossier().missing("weighing")).isEmpty();
    assertThat(nora.dossier().step("weighing")).isEqualTo("done");
  }

  @Test
  @Order(11)
  @Covers({"S5.1", "S5.2"})
  void noraDecidesToOrganiseHelp() {
    assertThat(lotte.now("nora").dossier().missing("decision")).contains("S5.1");
    help = lotte.decision();

    View view = lotte.now("nora").dossier();
    assertThat(view.missing("decision")).doesNotContain("S5.1", "S5.2");
    assertThat(view.state()).isEqualTo("MONITORING");
  }

  @Test
  @Order(12)
  @Covers({"S0.5", "S0.7"})
  void anjaSeesTheConclusionAndNoMotivation() {
    View view = lotte.now("anja").dossier();

    assertThat(view.dossier().path("conclusion").asText()).isNotBlank();
    assertThat(view.text()).doesNotContain(Lotte.WEIGHED, Lotte.DECIDED, "\"motivation\"");
    assertThat(view.entries("Weighing"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("content").isNull()).isTrue();
              assertThat(entry.path("summary").asText()).isNotBlank();
            });
    assertThat(lotte.now("nora").dossier().text()).contains(Lotte.WEIGHED, Lotte.DECIDED);
  }

  @Test
  @Order(13)
  @Covers({"S5.3", "P4"})
  void helpedAndReviewedTheDossierClosesWithNothingMissing() {
    LocalDate review = LocalDate.of(2026, 3, 30);
    Tab nora = lotte.on(review, "nora");
    assertThat(nora.dossier().missing("decision")).containsExactly("S5.3");
    nora.recordExpecting(409, Forms.closing(review));
    nora.record(Forms.evaluation(help, review));
    assertThat(nora.dossier().findings()).noneMatch(View.Finding::holdsUp);

    nora.record(Forms.closing(review));
    View view = nora.dossier();
    assertThat(view.state()).isEqualTo("CLOSED");
    assertThat(STEPS).allSatisfy(step -> assertThat(view.step(step)).isEqualTo("done"));
    assertThat(view.findings()).noneMatch(View.Finding::holdsUp);
    assertThat(view.entries("VeiligThuisReport")).isEmpty();
    assertThat(view.entries("Signal")).hasSize(3);
  }

  @Test
  @Order(14)
  @Covers({"S0.7"})
  void theClosedDossierStillKeepsTheReasonsFromAnja() {
    View view = lotte.now("anja").dossier();
    assertThat(view.dossier().path("conclusion").asText()).isNotBlank();
    assertThat(view.text()).doesNotContain(Lotte.WEIGHED, Lotte.DECIDED, "\"motivation\"");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
