package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E7 on the screens: act first, record at once, everything else afterwards. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AcuteDangerPagesTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);
  private static final String SAM = "Sam Vermeer";

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(FRIDAY, LocalTime.of(14, 50));
    chromium = new Chromium(Hand.askedOr(Hand.TOUCH));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"B5.1", "U1"})
  void anjaRecordsAtOnceWhatSheDid() {
    on(
        FRIDAY,
        "anja",
        anja -> {
          anja.press("Signaal vastleggen");
          OpenForm form = anja.form("EmergencyAction");
          form.choose("called", "VEILIG_THUIS")
              .choose("called", "EMERGENCY_SERVICES")
              .at("at", LocalTime.of(14, 5))
              .write("reason", "Verse brandwonden, bang om naar huis te gaan.")
              .write("outcome", "De politie komt.");
          anja.looksRight("e7-noodgeval");
          form.record("Leg vast wat je deed");
        });
  }

  @Test
  @Order(2)
  @Covers("A.12.27")
  void sheCorrectsTheTimeAndWhatSheWroteFirstCanStillBeRead() {
    on(
        FRIDAY,
        "anja",
        anja -> {
          anja.step("Signalen").press("Verbeteren");
          OpenForm form = anja.openForm("EmergencyAction", "Correction.");
          assertThat(form.written("reason")).contains("Verse brandwonden");
          assertThat(form.refused("Leg verbetering vast"))
              .contains("Er is niets veranderd", "Waarom verbeter je dit: vul dit in");
          form.at("at", LocalTime.of(14, 50)).write("_correction", "Verkeerde tijd ingevuld.");
          anja.looksRight("e7-verbeteren");
          form.record("Leg verbetering vast");
          anja.unfold("Verbeterd op 13 maart door Anja Post: Verkeerde tijd ingevuld.");
          assertThat(anja.text()).contains("14.50 uur", "Eerst stond er", "14.05 uur");
          anja.looksRight("e7-verbeterd");
        });
  }

  @Test
  @Order(3)
  @Covers("B5.2")
  void managementIsAskedForAnAnswerOnTheNextWorkingDay() {
    on(
        FRIDAY,
        "nora",
        nora -> {
          assertThat(nora.missing()).contains("B5.2");
          assertThat(nora.text()).contains("16 maart");
          nora.looksRight("e7-management");
        });
    on(
        MONDAY,
        "petra",
        petra ->
            petra
                .step("Signalen")
                .form("ManagementResponse")
                .write("response", "Wij nemen het over.")
                .record("Leg antwoord vast"));
  }

  @Test
  @Order(4)
  @Covers({"S3.12", "S5.6"})
  void petraWaivesTheTalkForUrgencyAndReportsForAcuteDanger() {
    on(
        MONDAY,
        "petra",
        petra -> {
          petra
              .step("Signalen")
              .form("DossierOpened")
              .choose("concerns", "CHILD_ABUSE")
              .choose("route", "HOME")
              .record("Open dossier");
          petra
              .step("Ouders")
              .form("StepWaiver")
              .choose("ground", "URGENCY")
              .write("motivation", "Er was geen tijd voor een gesprek.")
              .record("Leg reden vast");
          assertThat(petra.stateOf("parents")).isEqualTo("reason");
          petra
              .step("Beslissen")
              .form("Decision")
              .choose("choice", "REPORT")
              .write("motivation", "Acuut gevaar.")
              .choose("override", "ACUTE")
              .write("overrideReason", "Verse brandwonden.")
              .record("Leg besluit vast");
          assertThat(petra.missing()).doesNotContain("S5.6");
          petra.step("Overzicht");
          petra.looksRight("e7-achteraf");
        });
  }

  @Test
  @Order(5)
  @Covers({"B5.1", "U1"})
  void whatIsDoneLaterShowsAsDoneAfterwards() {
    Tab ib = school.tab("nora", "sam");
    ib.record(Forms.signal(FRIDAY, "Verse brandwonden op de arm."));
    ib.record(Forms.fiveAnswers());
    ib.record(Forms.handover(MONDAY));
    ib.record(Forms.advice(MONDAY));
    ib.record(Forms.coach(MONDAY));
    ib.record(Forms.noInquiry());
    ib.record(Forms.weighing("Feiten."));
    on(
        MONDAY,
        "nora",
        nora -> {
          nora.step("Wegen")
              .form("DossierReview")
              .write("summary", "Geen eerdere zorgen.")
              .record("Leg vast");
          assertThat(nora.stateOf("consultation")).isEqualTo("after");
          assertThat(nora.stateOf("weighing")).isEqualTo("after");
          nora.step("Overzicht");
          assertThat(nora.text()).contains("Achteraf");
        });
  }

  private void on(LocalDate day, String login, Consumer<Screen> what) {
    school.goTo(day, day.equals(FRIDAY) ? LocalTime.of(14, 55) : LocalTime.of(10, 0));
    try (Screen screen = chromium.signIn(school.site(), login)) {
      what.accept(screen.dossier(SAM));
    }
  }
}
