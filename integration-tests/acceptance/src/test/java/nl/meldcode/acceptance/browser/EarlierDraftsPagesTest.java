package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Comparator;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was typed on another day or while something is on its way does not go by itself. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierDraftsPagesTest {
  private static final String EARLIER = "Gisteren een halve bladzijde over Lotte.";
  private static final String NOW = "Lotte at vandaag niets.";
  private static final String RECORD = "Leg signaal vast";

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(9), LocalTime.of(9, 0));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  private Screen anja() {
    return chromium.signIn(school.site(), "anja").dossier("Lotte Hendriks");
  }

  private static OpenForm signal(Screen anja) {
    anja.press("Signaal vastleggen");
    return anja.form("Signal");
  }

  /** Half a page that was not recorded. */
  private void typedEarlier() {
    try (Screen anja = anja()) {
      signal(anja).write("facts", EARLIER).keptAsDraft();
    }
  }

  private String draft() {
    return school.tab("anja", "lotte").draft("Signal").toString();
  }

  private String recorded() {
    return school.tab("anja", "lotte").dossier().entries("Signal").stream()
        .max(Comparator.comparingInt(entry -> entry.path("seq").asInt()))
        .orElseThrow()
        .path("content")
        .path("facts")
        .asText();
  }

  @Test
  @Covers("U4")
  void anEarlierDraftThatComesLateStandsBesideWhatIsTypedAlready() {
    typedEarlier();
    try (Screen anja = anja()) {
      Calls.Held reading = anja.calls().hold("GET", "/drafts/Signal");
      OpenForm signal = signal(anja);
      reading.made();
      signal.write("facts", NOW);
      anja.key("Tab");
      reading.go();
      anja.plugin().getByText("Je typte hier eerder al iets.").waitFor();
      assertThat(signal.written("facts")).isEqualTo(NOW);
      signal.keptAsDraft();
      assertThat(draft()).contains(EARLIER, NOW);
      anja.looksRight("twee-concepten");

      signal.press("Toon het andere concept");
      assertThat(signal.written("facts")).isEqualTo(EARLIER);
      signal.press("Ga verder met dit concept");
      anja.awaitFocusIn("[data-form=Signal]");
      assertThat(anja.text()).doesNotContain("Je typte hier eerder");
      signal.record(RECORD);
      assertThat(recorded()).isEqualTo(EARLIER);
      assertThat(draft()).isEmpty();
    }
  }

  @Test
  @Covers("U4")
  void aDraftThatCouldNotBeReadIsStillThereAfterRecordingSomethingElse() {
    typedEarlier();
    try (Screen anja = anja()) {
      Calls.Held reading = anja.calls().hold("GET", "/drafts/Signal");
      OpenForm signal = signal(anja);
      reading.fail(503);
      signal.write("facts", NOW);
      anja.key("Tab");
      anja.plugin().getByText("Je typte hier eerder al iets.").waitFor();
      signal.record(RECORD);
      assertThat(anja.text()).contains("Je andere concept is bewaard.");

      anja.press("Nog een vastleggen");
      signal = anja.form("Signal");
      signal.keptAsDraft();
      assertThat(signal.written("facts")).isEqualTo(EARLIER);
      signal.record(RECORD);
    }
  }

  @Test
  @Covers("U4")
  void whatIsSentStaysAsItIsUntilItIsRecorded() {
    try (Screen anja = anja()) {
      Calls.Held sending = anja.calls().hold("POST", "/entries");
      OpenForm signal = signal(anja).write("facts", NOW);
      anja.key("Control+Enter");
      sending.made();
      anja.type(" En ook niets gedronken.");
      assertThat(signal.written("facts")).isEqualTo(NOW);
      anja.awaitFocusIn("[data-field=facts]");
      anja.looksRight("wordt-vastgelegd");
      sending.fail(503);
      signal.objection();
      anja.awaitFocusIn("[data-outcome=Signal]");

      signal.write("facts", NOW + " En ook niets gedronken.").record(RECORD);
      assertThat(recorded()).isEqualTo(NOW + " En ook niets gedronken.");
    }
  }
}
