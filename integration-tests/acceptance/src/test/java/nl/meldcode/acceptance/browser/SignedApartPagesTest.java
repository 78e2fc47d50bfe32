package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
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

/** The parents answer on one screen, one after the other and not on the same day. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SignedApartPagesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final String MOTHER = "Ilse van Dam";
  private static final String FATHER = "Jeroen Hendriks";
  private static final String HIS_VIEW = "Lotte slaapt thuis genoeg.";

  /** From now on the device says that it is tomorrow. */
  private static final String A_DAY_LATER =
      """
      () => {
        const real = Date.now;
        Date.now = () => real() + 24 * 60 * 60 * 1000;
      }""";

  private StartedSchool school;
  private Lotte.Version version;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    version = new Lotte(school).untilReport();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  private Screen parents() {
    return chromium.signIn(school.site(), "anja").dossier("Lotte Hendriks").step("Ouders");
  }

  private static OpenForm answer(Screen anja, String name) {
    Locator row =
        anja.plugin()
            .locator("li.mc-guardian")
            .filter(new Locator.FilterOptions().setHasText(name));
    anja.press(row.getByText("Leg reactie vast").first());
    return anja.form("Acknowledgement");
  }

  @Test
  @Order(1)
  @Covers({"S3.8", "S3.9", "U4"})
  void whatTheFatherThinksOutlivesTheSignatureOfTheMotherAndAReload() {
    school.goTo(february(18), LocalTime.of(10, 0));
    try (Screen anja = parents()) {
      answer(anja, FATHER).choose("status", "GEZIEN").write("guardianView", HIS_VIEW).keptAsDraft();
      HelpAcceptedPagesTest.sign(anja, MOTHER);
      anja.reload();
      anja.step("Ouders");
      OpenForm his = answer(anja, FATHER);
      his.keptAsDraft();
      assertThat(his.written("guardianView")).isEqualTo(HIS_VIEW);
    }
  }

  @Test
  @Order(2)
  @Covers("S3.8")
  void anAnswerOnTheScreenIsOfTheDayAndTimeOfItsRecording() {
    school.goTo(february(19), LocalTime.of(23, 50));
    draftWasAboutToBeSent();
    try (Screen anja = parents()) {
      OpenForm his = answer(anja, FATHER);
      his.keptAsDraft();
      school.goTo(february(20), LocalTime.of(0, 5));
      anja.ask(A_DAY_LATER);
      LocalTime now = LocalTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
      his.record("Leg reactie vast");

      JsonNode answer = hisAnswer();
      assertThat(answer.path("guardianView").asText()).isEqualTo(HIS_VIEW);
      assertThat(answer.path("on").asText()).isEqualTo(february(20).toString());
      LocalTime at = LocalTime.parse(answer.path("at").asText());
      assertThat(ChronoUnit.MINUTES.between(now, at)).as("%s at %s", at, now).isBetween(0L, 1L);
    }
  }

  /** The draft as it stands when somebody pressed the button before, and nothing came of it. */
  private void draftWasAboutToBeSent() {
    Tab anja = school.tab("anja", "lotte");
    String form = "Acknowledgement." + version.id() + "." + Forms.FATHER;
    ObjectNode draft = (ObjectNode) anja.draft(form);
    draft.put("on", february(18).toString()).put("at", "04:04");
    anja.keepDraft(form, draft.toString());
  }

  private JsonNode hisAnswer() {
    return school.tab("anja", "lotte").dossier().entries("Acknowledgement").stream()
        .map(entry -> entry.path("content"))
        .filter(content -> content.path("guardian").asText().equals(Forms.FATHER.toString()))
        .findFirst()
        .orElseThrow();
  }
}
