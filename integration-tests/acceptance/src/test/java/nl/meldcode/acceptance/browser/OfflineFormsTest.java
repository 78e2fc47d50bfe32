package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connection goes in the middle of each form that somebody may fill in. */
@Tag("walk")
class OfflineFormsTest {
  private static final String TYPED = "Halverwege viel het netwerk weg.";
  private static final List<String> STEPS =
      List.of("Overzicht", "Signalen", "Overleg", "Ouders", "Wegen", "Beslissen");

  @Test
  @Covers("U4")
  void whatWasTypedStaysOnTheScreenAndIsKeptLater() {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0));
        Chromium chromium = new Chromium()) {
      new Lotte(school).untilReport();
      int tried = 0;
      try (Screen nora = chromium.signIn(school.site(), "nora").dossier("Lotte Hendriks")) {
        for (String step : STEPS) {
          nora.step(step);
          for (String kind : kinds(nora)) {
            tried += survives(nora, kind) ? 1 : 0;
          }
        }
      }
      assertThat(tried).as("forms with a text").isGreaterThan(16);
    }
  }

  private static List<String> kinds(Screen nora) {
    Locator openers = nora.plugin().locator(".mc-opener");
    openers.first().waitFor();
    return ((List<?>) openers.evaluateAll("all => all.map(one => one.id)"))
        .stream().map(String::valueOf).toList();
  }

  private static boolean survives(Screen nora, String kind) {
    nora.form(kind);
    Locator form = nora.plugin().locator("form[data-kind=" + kind + "]");
    Locator text = form.locator("textarea:visible");
    if (text.count() == 0) {
      return false;
    }
    nora.offline(true);
    text.first().fill(TYPED);
    form.getByText("Geen verbinding. Je tekst is bewaard in dit venster.").first().waitFor();
    nora.offline(false);
    form.getByText("Concept bewaard om").waitFor();
    assertThat(text.first().inputValue()).as(kind).isEqualTo(TYPED);
    return true;
  }
}
