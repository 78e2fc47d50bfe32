package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Photos;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E2 on the screen: the father disputes a passage of the report. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ParentsDisagreePagesTest {
  private static final String LOTTE = "Lotte Hendriks";
  private static final String MOTHER = "Ilse van Dam";
  private static final String FATHER = "Jeroen Hendriks";
  private static final String HIS_VIEW = "Lotte slaapt thuis genoeg en krijgt altijd lunch mee.";
  private static final String OLD_TEXT = "Wij bespraken de signalen en wat thuis helpt.";
  private static final String NEW_TEXT = "Wij bespraken de signalen. Vader ziet het anders.";

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    new Lotte(school).untilReport();
    school.goTo(february(18), LocalTime.of(10, 0));
    chromium = new Chromium(Hand.askedOr(Hand.TOUCH));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  private Screen parents() {
    return chromium.signIn(school.site(), "anja").dossier(LOTTE).step("Ouders");
  }

  @Test
  @Order(1)
  @Covers({"S3.8", "S3.9"})
  void theFatherHasSeenItWithHisViewAndTheMotherSigns() {
    try (Screen anja = parents()) {
      anja.press(row(anja, FATHER).getByText("Leg reactie vast").first());
      anja.form("Acknowledgement")
          .choose("status", "GEZIEN")
          .write("guardianView", HIS_VIEW)
          .record("Leg reactie vast");
      assertThat(anja.missing()).containsExactly("S3.9");
      HelpAcceptedPagesTest.sign(anja, MOTHER);

      assertThat(anja.missing()).isEmpty();
      assertThat(anja.stateOf("parents")).isEqualTo("done");
      assertThat(row(anja, FATHER).innerText())
          .contains("Gezien", "Dit is geen akkoord.")
          .doesNotContain("Ondertekend");
      assertThat(row(anja, MOTHER).innerText()).contains("Ondertekend");
      assertThat(anja.text()).contains(HIS_VIEW);
      assertThat(anja.text().replace("geen akkoord", "").toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("akkoord", "instemming");
      anja.looksRight("e2-gezien");
    }
  }

  @Test
  @Order(2)
  @Covers({"S3.3"})
  void changingTheTextIsADraftThatOnlyItsWriterSees() {
    try (Screen anja = parents()) {
      change(anja).write("text", NEW_TEXT).keptAsDraft();
      assertThat(anja.plugin().locator(".mc-paper").first().innerText()).contains(OLD_TEXT);
      assertThat(anja.text()).contains("Concept");
      anja.looksRight("e2-concept");
    }
    try (Screen nora = chromium.signIn(school.site(), "nora").dossier(LOTTE).step("Ouders")) {
      assertThat(nora.text()).contains(OLD_TEXT).doesNotContain(NEW_TEXT);
    }
  }

  @Test
  @Order(3)
  @Covers({"S3.3", "S3.7", "S3.9"})
  void theDraftComesBackAndBecomesVersionTwoForBothParents() {
    try (Screen anja = parents()) {
      OpenForm draft = change(anja);
      draft.keptAsDraft();
      assertThat(draft.written("text")).isEqualTo(NEW_TEXT);
      draft.record("Leg verslag vast");

      assertThat(row(anja, FATHER).getAttribute("data-status")).isEqualTo("AANGEBODEN");
      assertThat(row(anja, MOTHER).getAttribute("data-status")).isEqualTo("AANGEBODEN");
      assertThat(anja.missing()).containsExactly("S3.9", "S3.9");
      assertThat(anja.plugin().locator(".mc-paper[data-version='2']").innerText())
          .contains(NEW_TEXT);
    }
  }

  @Test
  @Order(4)
  @Covers({"S3.9"})
  void versionOneStaysReadableWithItsAnswers() {
    try (Screen anja = parents()) {
      anja.press("Lees versie 1");
      Locator old = anja.plugin().locator(".mc-paper[data-version='1']");
      assertThat(old.innerText()).contains(OLD_TEXT);
      Locator answers = anja.plugin().locator("details[open]").filter(has(OLD_TEXT));
      assertThat(answers.innerText()).contains(FATHER, "Gezien", MOTHER, "Ondertekend", HIS_VIEW);
      anja.looksRight("e2-twee-versies");
    }
  }

  @Test
  @Order(5)
  @Covers({"S3.9"})
  void refusingEvenToHaveSeenItAsksForANoteAndCompletesTheStep() {
    try (Screen anja = parents()) {
      HelpAcceptedPagesTest.sign(anja, MOTHER);
      anja.press(row(anja, FATHER).getByText("Leg reactie vast").first());
      anja.press("Lukt niet");
      OpenForm refusal = anja.form("Acknowledgement").choose("status", "GEWEIGERD");
      assertThat(refusal.refused("Leg vast")).contains("schrijf op wat er is gebeurd");
      refusal.write("note", "Vader gaf het blad terug.").record("Leg vast");

      assertThat(row(anja, FATHER).innerText()).contains("Geweigerd", "Vader gaf het blad terug.");
      assertThat(anja.missing()).isEmpty();
      assertThat(anja.stateOf("parents")).isEqualTo("done");
      anja.looksRight("e2-geweigerd");
    }
  }

  @Test
  @Order(6)
  @Covers({"S3.8", "S21"})
  void hisSignedSheetIsAddedAndShownAndARefusedFileCostsNothing() {
    try (Screen anja = parents()) {
      anja.press(row(anja, FATHER).getByText("Toch een reactie vastleggen").first());
      anja.press("Op papier");
      OpenForm form = anja.form("Acknowledgement").choose("status", "ONDERTEKEND");
      form.write("guardianView", HIS_VIEW);
      String code = anja.plugin().locator(".mc-paper[data-version='2'] .mc-digest").innerText();
      form.write("code", code.replaceAll("(?s).*?([0-9A-F]{4} [0-9A-F]{4}).*", "$1"));

      Locator field = anja.plugin().locator("input[type=file]");
      field.setInputFiles(
          new FilePayload("blad.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8)));
      Locator wrong = anja.plugin().locator("[data-field=sheet] .mc-error");
      wrong.waitFor();
      assertThat(wrong.innerText()).contains("Dit is geen foto");
      assertThat(form.written("guardianView")).isEqualTo(HIS_VIEW);
      anja.looksRight("e2-blad-geweigerd");

      field.setInputFiles(new FilePayload("blad.png", "image/png", Photos.sheet("png")));
      anja.plugin().locator("[data-field=sheet] [data-kept]").waitFor();
      form.record("Leg reactie vast");
      assertThat(row(anja, FATHER).innerText()).contains("Ondertekend", "op papier");
      anja.unfold("Bekijk het getekende blad");
      Locator photo = anja.plugin().locator("img.mc-photo");
      photo.waitFor();
      assertThat(photo.evaluate("one => one.decode().then(() => one.naturalWidth)")).isEqualTo(600);
      anja.picture("e2-blad");
    }
  }

  private static OpenForm change(Screen anja) {
    anja.press("Tekst aanpassen");
    anja.press("Maak versie 2");
    return anja.form("MeetingReport");
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Where a guardian stands with the latest version. */
  private static Locator row(Screen anja, String name) {
    return anja.plugin().locator("li.mc-guardian[data-status]").filter(has(name)).first();
  }
}
