package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The talk about a pupil of 16 on the screen: the pupil answers, parents where the pupil says so.
 */
@Tag("browser")
class PupilSignsPagesTest {
  private static final String LOTTE = "Lotte Hendriks";
  private static final String MOTHER = "Ilse van Dam";

  @Test
  @Covers({"S3.7", "S3.8", "A.12.12"})
  void thePupilStandsFirstAndSaysWhetherTheParentsMayRead() {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0));
        Chromium chromium = new Chromium()) {
      school.hostChanges(
          "{\"change\": \"born\", \"pupilId\": \"%s\", \"birthDate\": \"2010-02-16\"}"
              .formatted(Lotte.PUPIL));
      Lotte lotte = new Lotte(school);
      lotte.signals();
      lotte.consultation();
      lotte.talk();
      try (Screen anja = chromium.signIn(school.site(), "anja").dossier(LOTTE).step("Ouders")) {
        anja.form("MeetingReport").write("text", "Wij spraken.").record("Leg verslag vast");
        assertThat(row(anja, LOTTE).innerText())
            .contains("leerling, 16 jaar of ouder", "Aangeboden", "zegt de leerling");
        assertThat(row(anja, MOTHER).count()).isZero();
        anja.looksRight("leerling-tekent");

        OpenForm form = answer(anja, "Leg reactie vast");
        assertThat(form.choose("status", "GEZIEN").refused("Leg reactie vast")).isNotEmpty();
        form.choose("guardiansMaySee", "true").record("Leg reactie vast");
        assertThat(anja.missing()).isEmpty();
        assertThat(row(anja, LOTTE).innerText()).contains("Gezien", "mogen het lezen en erop");
        assertThat(row(anja, MOTHER).innerText()).contains("Aangeboden");
        anja.looksRight("leerling-toestemming");

        answer(anja, "Leg een andere keuze vast")
            .choose("status", "GEZIEN")
            .choose("guardiansMaySee", "false")
            .record("Leg reactie vast");
        assertThat(row(anja, LOTTE).innerText()).contains("mogen het niet lezen");
        assertThat(row(anja, MOTHER).count()).isZero();
      }
    }
  }

  private static OpenForm answer(Screen anja, String button) {
    anja.press(row(anja, LOTTE).getByText(button).first());
    return anja.form("Acknowledgement");
  }

  private static Locator row(Screen anja, String name) {
    return anja.plugin()
        .locator("li.mc-guardian[data-status]")
        .filter(new Locator.FilterOptions().setHasText(name));
  }
}
