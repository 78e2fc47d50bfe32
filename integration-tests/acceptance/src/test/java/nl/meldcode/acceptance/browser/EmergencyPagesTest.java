package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Emergency access on the screen, with what was typed still there after signing in again. */
@Tag("browser")
class EmergencyPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  @Test
  @Covers({"A04", "A05", "A08"})
  void whatWasTypedIsStillThereAfterSigningInAgain() {
    try (StartedSchool school = StartedSchool.at(DAY, LocalTime.of(14, 0));
        Chromium chromium = new Chromium()) {
      told(HostSession.signIn(school.site(), "petra").open(Ids.pupil("lotte")));
      asked(school.tab("nora", "lotte"));
      try (Screen sem = chromium.signIn(school.site(), "sem")) {
        school.goTo(DAY, LocalTime.of(14, 5));
        sem.dossier("Lotte Hendriks").step("Na melding");
        sem.unfold("Noodtoegang");
        OpenForm form = sem.form("EmergencyAccess");
        form.write("reason", "Vader staat nu op het plein en de directeur is er niet.");
        open(sem);
        sem.plugin().getByText("Meld je eerst opnieuw aan").last().waitFor();
        sem.looksRight("noodtoegang-aanmelden");
      }
      try (Screen sem = chromium.signIn(school.site(), "sem")) {
        sem.dossier("Lotte Hendriks").step("Na melding");
        sem.unfold("Noodtoegang");
        open(sem);
        sem.plugin().locator("[data-emergency]").waitFor();
        assertThat(sem.text()).contains("Noodtoegang tot 15.0", "Vader is weg.");
        sem.looksRight("noodtoegang-open");
      }
      try (Screen petra = chromium.signIn(school.site(), "petra")) {
        petra.menu("Noodtoegang");
        petra.plugin().getByText("Sem de Wit").waitFor();
        OpenForm form = petra.form("EmergencyReview");
        form.choose("justified", "true");
        form.write("note", "Dit kon niet wachten.");
        petra.looksRight("noodtoegang-beoordelen");
        form.press("Leg beoordeling vast");
        petra.plugin().getByText("Het was nodig.").waitFor();
        hiddenDuringATalk(petra.dossier("Lotte Hendriks"));
        toldToParents(petra);
        destructionWaits(petra);
      }
    }
  }

  private static void hiddenDuringATalk(Screen petra) {
    press(petra, "Gespreksmodus");
    petra.plugin().getByText("Hier is even niets te zien.").waitFor();
    assertThat(petra.text()).doesNotContain("Dossier", "Overzicht", "Veilig Thuis", "meldcode");
    press(petra, "Verder");
    petra.plugin().getByText("Dossier sinds").waitFor();
  }

  private static void toldToParents(Screen petra) {
    petra
        .plugin()
        .getByRole(LINK, new FrameLocator.GetByRoleOptions().setName("Logboek"))
        .first()
        .click();
    petra.plugin().locator("td:has-text('Sem de Wit')").first().waitFor();
    petra.plugin().locator("#log-parents").check();
    petra.plugin().locator("td:has-text('aandachtsfunctionaris')").first().waitFor();
    assertThat(petra.text())
        .contains("gebruikte noodtoegang")
        .doesNotContain("Sem de Wit", "mocht niet", "opende een tabblad");
    petra.looksRight("logboek-ouders");
  }

  private static void destructionWaits(Screen petra) {
    petra.host("/").menu("Verzoeken en bewaren");
    petra.plugin().getByText("Lotte Hendriks").waitFor();
    assertThat(petra.text()).contains("Een ouder", "Uiterlijk 12 april 2026", "Moet bewaard");
    petra.looksRight("vernietiging");
  }

  private static void press(Screen screen, String button) {
    screen.plugin().getByRole(BUTTON, new FrameLocator.GetByRoleOptions().setName(button)).click();
  }

  private static void open(Screen screen) {
    press(screen, "Open een uur lang");
  }

  private static void asked(Tab nora) {
    nora.record(
        """
        {"kind":"DestructionRequest","requester":"GUARDIAN","on":"2026-03-12",
         "reason":"Moeder wil het weg."}""");
  }

  private static void told(Tab petra) {
    petra.record(
        """
        {"kind":"DossierOpened","on":"2026-03-12","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String report =
        petra.record(
            """
            {"kind":"VeiligThuisReport","on":"2026-03-12","contact":"M. de Boer","topics":[]}""");
    petra.record(
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-03-12","information":"Vader is weg."}"""
            .formatted(report));
  }
}
