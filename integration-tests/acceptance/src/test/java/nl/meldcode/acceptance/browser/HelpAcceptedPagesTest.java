package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E1 on the screens of those who are in it, from the first signal to the closing. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HelpAcceptedPagesTest {
  private static final String LOTTE = "Lotte Hendriks";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate REVIEW = LocalDate.of(2026, 3, 30);

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    chromium = new Chromium(Hand.askedOr(Hand.KEYBOARD));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S1.1", "S1.2", "U1", "U2"})
  void anjaRecordsThreeSignals() {
    on(
        february(2),
        "anja",
        anja -> {
          assertThat(anja.text()).contains("Voor Lotte is nog niets vastgelegd");
          anja.looksRight("e1-leeg");
          anja.press("Signaal vastleggen").awaitFocusIn("form[data-kind=Signal]");
          signal(anja, "Lotte viel tijdens het rekenen in slaap.");
          assertThat(anja.acts()).as("acts for a signal").isLessThanOrEqualTo(12);
        });
    for (int day : List.of(4, 9)) {
      on(
          february(day),
          "anja",
          anja -> {
            anja.press("Signaal vastleggen");
            signal(anja, "Lotte had geen lunch bij zich.");
            anja.step("Overzicht");
            assertThat(anja.text()).contains("Lotte had geen lunch bij zich.");
          });
    }
  }

  @Test
  @Order(2)
  @Covers({"S0.2", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e", "S0.6"})
  void sheOpensTheDossierAndManagementIsAskedToTakeItOver() {
    on(
        february(9),
        "anja",
        anja -> {
          anja.press("Signaal vastleggen");
          anja.form("DossierOpened")
              .choose("concerns", "CHILD_ABUSE")
              .choose("route", "HOME")
              .write("reason", "Mogelijk verwaarlozing: vaak moe en zonder lunch.")
              .record("Open dossier");
          anja.form("SignalOverview")
              .write("what", "Vaak moe, en zonder lunch op school.")
              .choose("frequency", "REPEATED")
              .write("situations", "Aan het begin van de ochtend en bij de lunch.")
              .choose("others", "NO")
              .write("development", "Leeftijdgenoten zijn 's ochtends uitgerust.")
              .choose("seriousness", "NOT_STRIKING")
              .record("Leg antwoorden vast");
          anja.step("Overzicht");
          assertThat(anja.missing())
              .contains("S0.6", "S2.6")
              .doesNotContain("S1.1", "S1.7a", "S1.7b", "S1.7c", "S1.7d", "S1.7e");
          anja.manualPicture("overzicht");
          anja.looksRight("e1-geopend");
        });
  }

  @Test
  @Order(3)
  @Covers({"S0.6", "S2.6", "S2.12"})
  void noraTakesItOverAndAdvises() {
    on(
        february(10),
        "nora",
        nora -> {
          nora.step("Signalen").form("HandoverAccepted").record("Neem overdracht aan");
          assertThat(nora.missing()).doesNotContain("S0.6");
          assertThat(nora.stateOf("signals")).isEqualTo("done");
        });
    on(
        february(11),
        "anja",
        anja -> {
          OpenForm consultation = anja.step("Overleg").form("Consultation");
          consultation
              .choose("level", "EXPERT_ADVICE")
              .pick("participants", Ids.staff("nora"))
              .write("question", "Hoe bespreken we dit met de ouders?")
              .write("outcome", "Nodig beide ouders uit en vertel wat je ziet.")
              .record("Leg overleg vast");
        });
    on(
        february(11),
        "nora",
        nora -> {
          nora.step("Overleg")
              .form("CoachNamed")
              .pick("coach", Ids.staff("nora"))
              .record("Wijs coach aan");
          assertThat(nora.stateOf("consultation")).isEqualTo("done");
        });
  }

  @Test
  @Order(4)
  @Covers({"S3.1", "S3.3", "S3.10a", "S3.10b", "S3.10c", "S3.10d", "S3.10e", "S3.10f", "S3.10g"})
  void anjaTalksWithBothParentsAndWritesTheReport() {
    on(
        february(16),
        "anja",
        anja -> {
          anja.step("Ouders")
              .form("ParentMeeting")
              .write("place", "school")
              .choose("schoolParticipants", Ids.staff("nora"))
              .choose("guardiansPresent", Forms.MOTHER)
              .choose("guardiansPresent", Forms.FATHER)
              .everywhere("points", "Besproken")
              .choose("recognition", "PARTLY")
              .record("Leg gesprek vast");
          assertThat(anja.missing()).contains("S3.3");
          anja.form("MeetingReport")
              .write("text", "Wij bespraken de signalen en wat thuis helpt.")
              .write("parentsView", "Ouders herkennen de vermoeidheid.")
              .press("Voeg toe")
              .writeAt("agreements.0.what", "Elke dag een lunchtrommel mee")
              .writeAt("agreements.0.who", "ouders")
              .record("Leg verslag vast");
          assertThat(anja.missing()).containsExactly("S3.9", "S3.9");
          anja.looksRight("e1-verslag");
        });
  }

  @Test
  @Order(5)
  @Covers({"S3.8", "S3.9", "U2"})
  void bothParentsSignOnTheScreen() {
    on(
        february(18),
        "anja",
        anja -> {
          anja.step("Ouders");
          anja.plugin().locator(".mc-reading").scrollIntoViewIfNeeded();
          anja.manualPicture("ondertekenen");
          sign(anja, "Ilse van Dam");
          assertThat(anja.acts()).as("acts for a signature").isLessThanOrEqualTo(6);
          sign(anja, "Jeroen Hendriks");
          assertThat(anja.missing()).isEmpty();
          assertThat(anja.stateOf("parents")).isEqualTo("done");
          anja.looksRight("e1-ondertekend");
          byte[] pdf = anja.download(anja.plugin().getByText("Download het verslag (pdf)").first());
          assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        });
  }

  @Test
  @Order(6)
  @Covers({"S3.6", "R01"})
  void theReportAndBothSignaturesStandOnThePupilsRecord() {
    try (Screen nora = chromium.signIn(school.site(), "nora")) {
      nora.pupil(LOTTE).hostTab("Documenten");
      Await.until(
          "both signatures at the host",
          PATIENCE,
          () -> {
            nora.hostTab("Documenten");
            return nora.hostText().split("(?i)ondertekend", -1).length > 2;
          });
      assertThat(nora.hostText()).contains("Gespreksverslag", "Ilse van Dam", "Jeroen Hendriks");
      nora.picture("e1-leerlingdossier");
    }
  }

  @Test
  @Order(7)
  @Covers({"S3.6"})
  void theParentsPortalShowsNothingOfIt() {
    try (Screen ilse = chromium.signIn(school.site(), "ilse")) {
      ilse.host("/portal");
      assertThat(ilse.hostText())
          .contains("Lotte", "Er is op dit moment niets gedeeld.")
          .doesNotContain("Gespreksverslag", "Meldcode");
      ilse.picture("e1-ouderportaal");
    }
  }

  @Test
  @Order(8)
  @Covers({"C.3"})
  void noraReleasesItForBothParentsAndTakesItOutAgain() {
    on(
        february(18),
        "nora",
        nora -> {
          nora.step("Ouders").press("Geef vrij in het ouderportaal");
          nora.form("ReportReleased")
              .choose("readers", Forms.MOTHER)
              .choose("readers", Forms.FATHER)
              .write("reason", "Beide ouders vroegen erom.")
              .record("Leg vast");
          nora.looksRight("e1-vrijgegeven");
          try (Screen ilse = chromium.signIn(school.site(), "ilse")) {
            Await.until(
                "Ilse finds it",
                PATIENCE,
                () -> ilse.host("/portal").hostText().contains("Gespreksverslag"));
          }
          nora.press("Haal uit het ouderportaal");
          nora.form("ReportReleased").write("reason", "Zij hebben het gelezen.").record("Leg vast");
        });
  }

  @Test
  @Order(9)
  @Covers({"S4.1", "S4.2", "S4.5", "S4.7", "S5.1", "S5.2"})
  void noraWeighsAndDecidesToOrganiseHelp() {
    on(
        february(19),
        "nora",
        nora -> {
          nora.step("Wegen")
              .form("DossierReview")
              .write("summary", "Geen eerdere zorgen in het dossier.")
              .record("Leg vast");
          nora.form("InternalInquiry")
              .choose("needed", "false")
              .write("reason", "De signalen zijn duidelijk genoeg.")
              .record("Leg intern onderzoek vast");
          weigh(nora.form("Weighing")).record("Leg weging vast");
          assertThat(nora.missing()).isEmpty();
          assertThat(nora.stateOf("weighing")).isEqualTo("done");
          nora.looksRight("e1-wegen");
        });
    on(
        february(20),
        "nora",
        nora -> {
          nora.step("Beslissen")
              .form("Decision")
              .choose("choice", "ORGANISE_HELP")
              .write("motivation", Lotte.DECIDED)
              .record("Leg besluit vast");
          nora.form("HelpArrangement")
              .write("what", "Begeleiding thuis")
              .write("provider", "schoolmaatschappelijk werk")
              .pick("owner", Ids.staff("nora"))
              .on("startOn", february(23))
              .on("reviewOn", REVIEW)
              .everywhere("acceptance", "Aanvaard")
              .record("Leg hulp vast");
          nora.looksRight("e1-beslissen");
        });
  }

  @Test
  @Order(10)
  @Covers({"S0.5", "S0.7"})
  void anjaReadsTheConclusionAndNoMotivation() {
    on(
        february(20),
        "anja",
        anja -> {
          assertThat(anja.text())
              .contains("Conclusie")
              .doesNotContain(Lotte.WEIGHED, Lotte.DECIDED);
          for (String step : List.of("Wegen", "Beslissen")) {
            anja.step(step);
            assertThat(anja.text()).doesNotContain(Lotte.WEIGHED, Lotte.DECIDED);
            assertThat(anja.plugin().locator("form").count()).isZero();
          }
          anja.looksRight("e1-leerkracht-beslissen");
        });
  }

  @Test
  @Order(11)
  @Covers({"S5.3", "P4", "U2"})
  void theHelpWorkedAndTheDossierCloses() {
    on(
        REVIEW,
        "nora",
        nora -> {
          assertThat(nora.missing()).containsExactly("S5.3");
          assertThat(nora.acts()).as("acts to find what is missing").isZero();
          nora.step("Beslissen")
              .form("HelpEvaluation")
              .write("effectChild", "Lotte is uitgerust en heeft lunch bij zich.")
              .choose("improved", "YES")
              .record("Leg evaluatie vast");
          nora.form("Closure").choose("reason", "HELP_EFFECTIVE").record("Sluit dossier");
          nora.step("Overzicht");
          assertThat(nora.text()).contains("Dit dossier is gesloten.");
          for (String step :
              List.of("signals", "consultation", "parents", "weighing", "decision")) {
            assertThat(nora.stateOf(step)).as(step).isEqualTo("done");
          }
          assertThat(nora.missing()).isEmpty();
          nora.looksRight("e1-gesloten");
        });
  }

  private void on(LocalDate day, String login, Consumer<Screen> what) {
    school.goTo(day, LocalTime.of(10, 0));
    try (Screen screen = chromium.signIn(school.site(), login)) {
      what.accept(screen.dossier(LOTTE));
    }
  }

  private static void signal(Screen anja, String facts) {
    anja.form("Signal").write("facts", facts).record("Leg signaal vast");
  }

  private static OpenForm weigh(OpenForm form) {
    return form.answer("individual.I1.answer", "YES")
        .answer("individual.I2.answer", "NO")
        .answer("individual.I3.answer", "YES")
        .answer("individual.I4.answer", "NO")
        .answer("individual.I5.answer", "NO")
        .answer("safetyRisk.physical", "YES")
        .answer("safetyRisk.social", "NO")
        .answer("unrest.inClass", "NO")
        .answer("unrest.inSchool", "NO")
        .answer("unrest.inCommunity", "NO")
        .writeAt("developmentPoints", "geen")
        .choose("externalAdviceAsked", "false")
        .write("externalAdviceReason", "De ouders werken mee.")
        .choose("conclusion", "CONCERN_HELP")
        .write("motivation", Lotte.WEIGHED);
  }

  static void sign(Screen anja, String name) {
    Locator row =
        anja.plugin()
            .locator("li.mc-guardian")
            .filter(new Locator.FilterOptions().setHasText(name));
    anja.press(row.getByText("Leg reactie vast").first());
    anja.form("Acknowledgement")
        .choose("status", "ONDERTEKEND")
        .write("signedName", name)
        .record("Leg reactie vast");
  }
}
