package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scenario E14 on the screens of a teacher, the head and the board. */
@Tag("browser")
class AgainstStaffPagesTest {
  @Test
  @Covers("O11")
  void anjaIsSentToTheBoardAndTheHeadSeesNothingOfIt() {
    try (StartedSchool school = StartedSchool.at(LocalDate.of(2026, 3, 12), LocalTime.of(14, 0));
        Chromium chromium = new Chromium()) {
      try (Screen anja = chromium.signIn(school.site(), "anja")) {
        anja.dossier("Lotte Hendriks").press("Signaal vastleggen");
        anja.unfold("Gaat het om een medewerker van school?");
        anja.press("Wat je dan doet");
        assertThat(referral(anja)).contains("Ga meteen zelf naar het bestuur", "0900-111 3111");
        anja.plugin()
            .getByRole(
                BUTTON,
                new FrameLocator.GetByRoleOptions().setName("Leg vast dat ik naar het bestuur ga"))
            .click();
        anja.plugin().getByText("Vastgelegd op donderdag 12 maart om 14").waitFor();
        anja.looksRight("e14-verwezen");
      }
      try (Screen petra = chromium.signIn(school.site(), "petra")) {
        assertThat(petra.dossier("Lotte Hendriks").text())
            .contains("Voor Lotte is nog niets vastgelegd");
      }
      try (Screen vera = chromium.signIn(school.site(), "vera")) {
        vera.menu("Register van het bestuur");
        vera.plugin().getByText("Anja Post").waitFor();
        assertThat(vera.text()).contains("donderdag 12 maart 2026 om 14").doesNotContain("Lotte");
        assertThat(vera.plugin().getByRole(LINK).count()).isZero();
        vera.looksRight("e14-register");
      }
    }
  }

  private static String referral(Screen screen) {
    screen.plugin().locator("#StaffRoute h3").waitFor();
    return screen.plugin().locator("#StaffRoute").innerText();
  }
}
