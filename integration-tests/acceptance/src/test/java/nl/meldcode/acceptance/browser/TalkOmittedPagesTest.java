package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E8 on the screens, by the protocol of 2019: a talk would be dangerous. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TalkOmittedPagesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final String YARA = "Yara Brands";
  private static final String WARNING = "Praat nog niet met de ouders.";
  private static final UUID MOTHER = Ids.person("mirella-brands");
  private static final UUID FATHER = Ids.person("otto-brands");

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.following("onderwijs-2019@1.0.0", TODAY, LocalTime.of(10, 0));
    chromium = new Chromium(Hand.askedOr(Hand.KEYBOARD));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"B11.2", "U1"})
  void noraNamesTheSpecialFormAndAsksAnExpertFirst() {
    as(
        "nora",
        nora -> {
          nora.press("Signaal vastleggen")
              .form("Signal")
              .write("facts", "Yara is bang voor haar ooms.")
              .record("Leg signaal vast");
          OpenForm opening = nora.form("DossierOpened").choose("concerns", "DOMESTIC_VIOLENCE");
          opening.choose("route", "HOME");
          nora.unfold("Bijzondere vorm");
          opening.choose("specialForm", "HONOUR").record("Open dossier");

          assertThat(nora.step("Ouders").text()).contains(WARNING, "Eergerelateerd geweld");
          nora.looksRight("e8-voor-het-gesprek");
          nora.step("Overleg")
              .form("ExternalConsultation")
              .choose("organisation", "SPECIAL_FORM_EXPERT")
              .write("contact", "M. de Graaf")
              .write("question", "Is een gesprek veilig?")
              .write("advice", "Praat niet met de ouders.")
              .record("Leg advies vast");
          assertThat(nora.step("Ouders").text()).doesNotContain(WARNING);
        });
  }

  @Test
  @Order(2)
  @Covers({"B3.1", "S3.12"})
  void semMayNotLeaveOutTheTalkAndPetraSaysWhy() {
    as(
        "sem",
        sem -> {
          sem.step("Ouders");
          assertThat(sem.plugin().locator("#StepWaiver").count()).isZero();
          assertThat(sem.text())
              .contains("Een stap met reden overslaan doen de intern begeleider en de directie.");
        });
    as(
        "petra",
        petra -> {
          OpenForm waiver =
              petra.step("Ouders").form("StepWaiver").choose("ground", "SPECIAL_FORM");
          assertThat(waiver.refused("Leg reden vast")).contains("Waarom kan deze stap niet");
          waiver.write("motivation", "Gevaar bij een gesprek.").record("Leg reden vast");
          assertThat(petra.stateOf("parents")).isEqualTo("reason");
          petra.looksRight("e8-met-reden");
        });
  }

  @Test
  @Order(3)
  @Covers({"B3.2", "B3.3", "S5.15", "B8.1", "B9.1"})
  void sheReportsTellsNoParentAndTheQuestionAboutThePupilIsAnswered() {
    as(
        "petra",
        petra -> {
          petra
              .step("Beslissen")
              .form("Decision")
              .choose("afweging.unsafe", "IN_DOUBT")
              .write("afweging.unsafeGround", "Wat de deskundige zegt.")
              .choose("afweging.effectiveHelp", "false")
              .choose("afweging.reportNecessary", "true")
              .choose("afweging.helpPossible", "true")
              .write("motivation", "Eerst veiligheid.")
              .record("Leg besluit vast");
          assertThat(petra.missing()).contains("B9.1").doesNotContain("B3.3");
          OpenForm report = petra.form("VeiligThuisReport").write("contact", "M. de Graaf");
          report.writeAt("topics.ABUSE.text", "Dreiging met eergerelateerd geweld.");
          report.tick("legalDiscussed").record("Leg melding vast");
          untold(petra, MOTHER);
          petra.press(petra.plugin().locator("#InvolvedInformed > .mc-actions button"));
          untold(petra, FATHER);
          petra
              .form("PupilInformed")
              .on("informedOn", TODAY)
              .write("how", "gesprek op school")
              .record("Leg vast");
          assertThat(petra.missing()).doesNotContain("B9.1", "S5.15");
          petra.looksRight("e8-niet-ingelicht");
          assertThat(petra.step("Overzicht").text()).contains("16 maart");
        });
  }

  @Test
  @Order(4)
  @Covers({"C.4a", "P7"})
  void aRequestOfTheFatherIsATaskOfTheHeadAndGivesNothingByItself() {
    as(
        "nora",
        nora -> {
          nora.form("AccessRequest")
              .choose("by.capacity", "GUARDIAN")
              .pick("by.guardian", FATHER)
              .record("Leg verzoek vast");
          assertThat(nora.plugin().locator("#AccessDecision").count()).isZero();
        });
    as(
        "petra",
        petra -> {
          petra.host("/").menu("Verzoeken en bewaren");
          petra.plugin().getByText(YARA).first().waitFor();
          assertThat(petra.text()).contains("Inzage");
          petra.looksRight("e8-verzoek");
        });
  }

  private static void untold(Screen petra, UUID parent) {
    OpenForm form = petra.form("InvolvedInformed").pick("guardian", parent);
    form.choose("_told", "EXEMPT")
        .choose("exemption", "SAFETY_CHILD")
        .write("motivation", "Dreigend geweld.")
        .record("Leg vast wie is ingelicht");
  }

  private void as(String login, Consumer<Screen> what) {
    try (Screen screen = chromium.signIn(school.site(), login)) {
      what.accept(screen.dossier(YARA));
    }
  }
}
