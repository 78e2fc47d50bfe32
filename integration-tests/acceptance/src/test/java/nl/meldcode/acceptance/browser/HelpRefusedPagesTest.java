package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Daan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E3 on the screens of those who report and of those who hear of it. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HelpRefusedPagesTest {
  private static final LocalDate REPORTED = LocalDate.of(2026, 3, 2);
  private static final LocalDate CONFIRMED = LocalDate.of(2026, 5, 4);
  private static final List<String> TOPICS =
      List.of(
          "REPORTER_RELATION",
          "IMMEDIATE_CAUSE",
          "ABUSE",
          "RISK_FACTORS",
          "PROTECTIVE_FACTORS",
          "HOUSEHOLD_COMPOSITION",
          "HOUSEHOLD_ADDRESS",
          "CHILDREN_AGES",
          "CARE_CONTACTS",
          "POLICE_CONTACTS",
          "INTERVENTION_RISKS");

  private static final String LEFT_OPEN = "POLICE_CONTACTS";

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(LocalDate.of(2026, 2, 9), LocalTime.of(9, 0));
    chromium = new Chromium(Hand.askedOr(Hand.KEYBOARD));
    Daan.refusedHelp(school);
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S5.1", "S5.6"})
  void petraDecidesToReport() {
    on(
        REPORTED,
        "petra",
        petra -> {
          assertThat(petra.step("Beslissen").missing()).containsExactly("S5.1");
          petra
              .form("Decision")
              .choose("choice", "REPORT")
              .write("motivation", "Hulp is geweigerd en er is niets verbeterd.")
              .record("Leg besluit vast");
          assertThat(petra.missing()).doesNotContain("S5.6");
          petra.looksRight("e3-besluit");
        });
  }

  @Test
  @Order(2)
  @Covers({"S5.14", "S5.16"})
  void bothParentsAreInformedBeforeTheCall() {
    for (UUID parent : List.of(Daan.MOTHER, Daan.FATHER)) {
      on(
          REPORTED,
          "petra",
          petra ->
              petra
                  .step("Beslissen")
                  .form("InvolvedInformed")
                  .pick("guardian", parent)
                  .on("informedOn", REPORTED)
                  .write("how", "gesprek op school")
                  .record("Leg vast wie is ingelicht"));
    }
  }

  @Test
  @Order(3)
  @Covers({"S5.11", "S5.12", "S5.13", "S5.17"})
  void theElevenTopicsOfTheReportBeginWithWhatIsKnown() {
    on(
        REPORTED,
        "petra",
        petra -> {
          OpenForm form = petra.step("Beslissen").form("VeiligThuisReport");
          assertThat(petra.text()).contains("11");
          form.write("contact", "M. de Graaf")
              .writeAt("topics.REPORTER_RELATION.text", "De school van Daan.");
          TOPICS.stream()
              .filter(topic -> !topic.equals(LEFT_OPEN))
              .forEach(topic -> form.writeAt("topics." + topic + ".text", "Zie " + topic + "."));
          form.tick("legalDiscussed").on("agreedFeedbackOn", LocalDate.of(2026, 3, 9));
          petra.looksRight("e3-melding");
          form.record("Leg melding vast");
          assertThat(petra.missing()).containsExactly("S5.13");
          whatWasLeftOpenIsAddedToTheReport(petra);
          assertThat(petra.missing()).isEmpty();
          petra.step("Overzicht");
          petra.looksRight("e3-gemeld");
        });
  }

  private static void whatWasLeftOpenIsAddedToTheReport(Screen petra) {
    petra.step("Overzicht");
    petra.press(petra.plugin().locator(".mc-next .mc-button--primary"));
    petra
        .openForm("VeiligThuisReport", "Correction.")
        .writeAt("topics." + LEFT_OPEN + ".text", "Geen.")
        .write("_correction", "Stond nog open.")
        .record("Leg verbetering vast");
  }

  @Test
  @Order(4)
  @Covers({"S5.8", "S6.1"})
  void theBeginOfTheInvestigationSetsTheDayOnWhichItShouldBeDone() {
    on(
        CONFIRMED,
        "nora",
        nora -> {
          OpenForm form = nora.step("Na melding").form("InvestigationStarted");
          form.on("on", LocalDate.of(2026, 3, 9)).record("Leg begin vast");
          assertThat(nora.text()).contains("18 mei");
        });
  }

  @Test
  @Order(5)
  @Covers({"S6.4", "S6.5", "S6.7c", "S0.10"})
  void whatVeiligThuisExpectsBecomesATaskOfSomebody() {
    on(
        CONFIRMED,
        "nora",
        nora -> {
          nora.step("Na melding")
              .form("VeiligThuisConclusion")
              .choose("conclusion", "CONFIRMED")
              .write("measures", "Hulp aan huis.")
              .choose("responsible", "LOCAL_FIELD")
              .record("Leg conclusie vast");
          OpenForm feedback = nora.form("VeiligThuisFeedback");
          feedback
              .choose("confirmed", "YES")
              .choose("followUpStarted", "YES")
              .press("Voeg toe")
              .writeAt("expectations.0.what", "Elke week kijken hoe het gaat.")
              .pick("expectations", Ids.staff("nora"))
              .press("Voeg toe")
              .writeAt("expectations.1.what", "Ouders steunen.")
              .pick("expectations", Ids.staff("petra"));
          nora.looksRight("e3-terugkoppeling");
          feedback.record("Leg terugkoppeling vast");
          nora.step("Overzicht");
          assertThat(nora.text())
              .contains("Elke week kijken hoe het gaat.", "Ouders steunen.", "Petra Smit");
          nora.looksRight("e3-taken");
          nora.step("Signalen")
              .form("Signal")
              .write("facts", "Kwam weer zonder brood.")
              .record("Leg signaal vast");
        });
  }

  private void on(LocalDate day, String login, Consumer<Screen> what) {
    school.goTo(day, LocalTime.of(10, 0));
    try (Screen screen = chromium.signIn(school.site(), login)) {
      what.accept(screen.dossier(Daan.NAME));
    }
  }
}
