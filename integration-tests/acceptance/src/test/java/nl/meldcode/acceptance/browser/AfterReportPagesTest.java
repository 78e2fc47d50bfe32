package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.ReportForms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Scenarios E4 and E5 on the screens, from what Veilig Thuis says: not confirmed, to be asked for
 * again in March; and refuted, until the dossier is destroyed.
 */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AfterReportPagesTest {
  private static final String MILA = "Mila Jonker";
  private static final String NOOR = "Noor Verbeek";
  private static final LocalDate REPORTED = LocalDate.of(2026, 10, 5);
  private static final LocalDate NOT_CONFIRMED = LocalDate.of(2026, 12, 1);
  private static final LocalDate REMINDED = LocalDate.of(2027, 2, 15);
  private static final LocalDate REFUTED = LocalDate.of(2027, 4, 12);

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(REPORTED, LocalTime.of(9, 0));
    chromium = new Chromium(Hand.askedOr(Hand.TOUCH));
    reported("mila");
    reported("noor");
    school.tab("nora", "gijs").record(Forms.signal(REPORTED, "Gijs kwam te laat."));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S6.3", "U1"})
  void notConfirmedAsksForTheRecallAndNothingOnTheScreenSaysUnjustified() {
    on(
        NOT_CONFIRMED,
        "nora",
        MILA,
        nora -> {
          OpenForm form = notConfirmed(nora.step("Na melding").form("VeiligThuisConclusion"));
          form.record("Leg conclusie vast");
          assertThat(nora.missing()).contains("S6.3");
          assertThat(nora.text().toLowerCase(Locale.ROOT))
              .contains("niet bevestigd")
              .doesNotContain("onterecht", "weerlegd op");

          OpenForm closing = nora.step("Beslissen").form("Closure").choose("reason", "REFUTED");
          assertThat(closing.refused("Sluit dossier")).contains("andere conclusie");
          nora.looksRight("e4-niet-weerlegd");

          nora.step("Na melding");
          notConfirmed(nora.form("VeiligThuisConclusion"))
              .on("recall.dueOn", LocalDate.of(2027, 3, 1))
              .write("recall.with", "school")
              .write("recall.method", "telefoon")
              .record("Leg conclusie vast");
          assertThat(nora.missing()).doesNotContain("S6.3");
          nora.looksRight("e4-niet-bevestigd");
        });
  }

  @Test
  @Order(2)
  @Covers({"S6.3", "P7"})
  void noraIsRemindedTwoWeeksBefore() {
    on(
        REMINDED,
        "nora",
        MILA,
        nora -> {
          assertThat(nora.text()).contains("1 maart");
          nora.looksRight("e4-rappel");
          nora.step("Na melding")
              .form("RecallCheck")
              .write("observations", "Mila komt uitgerust op school.")
              .record("Leg waarnemingen vast");
        });
  }

  @Test
  @Order(3)
  @Covers({"S6.2", "S6.4"})
  void whatWasRefutedSaysSoAboveEverything() {
    on(
        REFUTED,
        "nora",
        NOOR,
        nora -> {
          nora.step("Na melding")
              .form("VeiligThuisConclusion")
              .choose("conclusion", "REFUTED")
              .choose("fileClosed", "YES")
              .choose("destructionRight", "YES")
              .choose("reporterInformed", "YES")
              .choose("professionalsInformed", "YES")
              .record("Leg conclusie vast");
          assertThat(nora.missing()).doesNotContain("S6.2");
          assertThat(nora.step("Signalen").text()).contains("Vermoeden weerlegd");
          nora.step("Overzicht").looksRight("e5-weerlegd");
        });
  }

  @Test
  @Order(4)
  @Covers({"S26", "C.5"})
  void parentsAskToDestroyItAndWhatMustBeKeptStays() {
    on(
        REFUTED,
        "nora",
        NOOR,
        nora -> {
          nora.form("DestructionRequest")
              .choose("requester", "GUARDIAN")
              .write("reason", "De ouders vroegen erom.")
              .record("Leg verzoek vast");
          nora.form("LegalHold")
              .choose("holds", "true")
              .write("reason", "Er loopt een klacht.")
              .record("Leg vast");
          assertThat(nora.plugin().locator("#DestructionDecision").count()).isZero();
          nora.looksRight("e5-verzoek");
        });
    on(
        REFUTED,
        "petra",
        NOOR,
        petra -> {
          assertThat(destroy(petra).refused("Leg besluit vast")).contains("moet bewaard blijven");
          petra.looksRight("e5-moet-bewaard");
        });
    on(
        REFUTED,
        "nora",
        NOOR,
        nora ->
            nora.form("LegalHold")
                .choose("holds", "false")
                .write("reason", "De klacht is behandeld.")
                .record("Leg vast"));
  }

  @Test
  @Order(5)
  @Covers({"S26", "U1"})
  void thenTheHeadDestroysItAndTheBrothersRecordsStay() {
    on(
        REFUTED,
        "petra",
        NOOR,
        petra -> {
          destroy(petra).press("Leg besluit vast");
          petra.plugin().getByText("Het dossier is vernietigd.").waitFor();
          petra.awaitFocusIn("[data-outcome=DestructionDecision]");
          petra.looksRight("e5-vernietigd");
        });
    on(
        REFUTED,
        "petra",
        NOOR,
        petra -> {
          assertThat(petra.text()).contains("Voor Noor is nog niets vastgelegd");
          petra.host("/").menu("Verzoeken en bewaren");
          Locator certificate = petra.plugin().locator("tr").filter(has("Petra Smit")).first();
          certificate.waitFor();
          assertThat(certificate.innerText()).contains("Nora Kuiper").doesNotContain("Noor");
          petra.looksRight("e5-bewijs");
        });
    on(
        REFUTED,
        "petra",
        "Gijs Verbeek",
        petra ->
            assertThat(petra.step("Signalen").text())
                .contains("Gijs kwam te laat.")
                .doesNotContain("Noor"));
  }

  private static OpenForm destroy(Screen petra) {
    return petra
        .form("DestructionDecision")
        .choose("choice", "DESTROY")
        .write("motivation", "Het vermoeden is weerlegd.");
  }

  private static OpenForm notConfirmed(OpenForm form) {
    return form.choose("conclusion", "NOT_CONFIRMED")
        .write("helpReferredTo", "wijkteam")
        .choose("recall.planned", "YES")
        .choose("fileClosed", "YES")
        .choose("reporterInformed", "YES")
        .choose("professionalsInformed", "YES");
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private void reported(String pupil) {
    Tab petra = school.tab("petra", pupil);
    petra.record(Forms.signal(REPORTED, "Had blauwe plekken."));
    petra.record(Forms.opening(REPORTED));
    petra.record(ReportForms.decision("REPORT", REPORTED, ""));
    String report = petra.record(ReportForms.veiligThuis(REPORTED, LocalDate.of(2026, 10, 12)));
    petra.record(
        ReportForms.feedback(report, REPORTED, "NOT_TOLD", ", \"expectationsNotTold\": true"));
  }

  private void on(LocalDate day, String login, String pupil, Consumer<Screen> what) {
    school.goTo(day, LocalTime.of(10, 0));
    try (Screen screen = chromium.signIn(school.site(), login)) {
      what.accept(screen.dossier(pupil));
    }
  }
}
