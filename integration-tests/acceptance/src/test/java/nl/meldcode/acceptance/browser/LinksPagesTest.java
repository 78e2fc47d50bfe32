package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Dossiers that belong together, on the screens of those who may know of it. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(9, 0));
    chromium = new Chromium();
    for (String pupil : new String[] {"noor", "gijs", "mila", "lieke"}) {
      school.tab("nora", pupil).record(Forms.opening(DAY));
    }
    Tab mila = school.tab("nora", "mila");
    Await.until(
        "the links",
        Duration.ofSeconds(30),
        () -> mila.call("GET", "/links").send().json().size() == 1);
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Covers({"P5", "A.10"})
  void noraSeesAFamilyAndRemovesTheLinkWithAReason() {
    try (Screen nora = chromium.signIn(school.site(), "nora")) {
      nora.dossier("Noor Verbeek").step("Koppelingen");
      nora.plugin().locator("[data-link=SAME_HOUSEHOLD]").waitFor();
      assertThat(nora.text()).contains("Gijs Verbeek");
      assertThat(nora.text()).contains("Hetzelfde gezin").contains("Gekoppeld sinds 9 februari");
      nora.looksRight("koppelingen");
      nora.press("Verwijder koppeling");
      OpenForm form = nora.openForm("LinkDecision", "LinkDecision");
      assertThat(form.refused("Leg besluit vast")).isNotBlank();
      form.write("reason", "Ze wonen niet meer samen.").record("Leg besluit vast");
      nora.reload();
      nora.step("Koppelingen");
      nora.unfold("Verwijderde koppelingen (1)");
      assertThat(nora.text()).contains("Nora Kuiper: Ze wonen niet meer samen.");
    }
  }

  @Test
  @Covers({"A.10", "A.12.6"})
  void semConfirmsWhatIsOnlyPossibleAndPetraSeesItOnlyThen() {
    try (Screen petra = chromium.signIn(school.site(), "petra")) {
      petra.dossier("Mila Jonker").step("Koppelingen");
      petra.plugin().getByText("Er zijn geen dossiers die bij dit dossier horen.").waitFor();
    }
    try (Screen sem = chromium.signIn(school.site(), "sem")) {
      sem.dossier("Mila Jonker").step("Koppelingen");
      sem.plugin().getByText("Misschien hetzelfde gezin").waitFor();
      sem.looksRight("koppelingen-voorgesteld");
      sem.press("Bevestig koppeling");
      sem.openForm("LinkDecision", "LinkDecision")
          .write("reason", "De moeders zijn zussen en wonen samen.")
          .record("Leg besluit vast");
      sem.plugin().locator("[data-stands=CONFIRMED]").waitFor();
      assertThat(sem.text()).contains("Gekoppeld sinds");
    }
    try (Screen petra = chromium.signIn(school.site(), "petra")) {
      petra.dossier("Mila Jonker").step("Koppelingen");
      petra.plugin().locator("[data-stands=CONFIRMED]").waitFor();
      assertThat(petra.text()).contains("Lieke Pot").doesNotContain("Verwijder koppeling");
    }
  }

  @Test
  @Covers({"P6", "R04"})
  void semSaysThatTwoRegistrationsAreOneChildAndFindsTheDossier() {
    school.tab("nora", "sam").record(Forms.opening(DAY));
    school.hostChanges(
        "{\"change\": \"merged\", \"pupilId\": \"%s\", \"survivorId\": \"%s\"}"
            .formatted(Ids.pupil("sam"), Ids.pupil("daan")));
    Tab daan = school.tab("sem", "daan");
    Await.until(
        "the question",
        Duration.ofSeconds(30),
        () -> daan.dossier().root().path("asked").asBoolean());
    daan.record(Forms.signal(DAY, "Stil in de klas."));
    try (Screen sem = chromium.signIn(school.site(), "sem")) {
      sem.dossier("Daan");
      sem.plugin()
          .getByText("Er is een dossier onder een eerdere inschrijving van deze leerling.")
          .waitFor();
      sem.looksRight("eerdere-inschrijving");
      sem.step("Koppelingen");
      sem.press("Bevestig koppeling");
      sem.openForm("LinkDecision", "LinkDecision")
          .write("reason", "Dezelfde geboortedatum en ouders.")
          .record("Leg besluit vast");
      sem.plugin().locator("[data-stands=CONFIRMED]").first().waitFor();
      sem.step("Overzicht");
      sem.plugin().getByText("Andere dossiers van deze leerling").waitFor();
      sem.looksRight("andere-dossiers");
      sem.press("Open dit dossier");
      sem.plugin().getByText("Dit is een ander dossier van deze leerling").waitFor();
      sem.looksRight("ander-dossier");
      assertThat(sem.text()).contains("Stil in de klas.").doesNotContain("Dossier geopend");
      sem.press("Terug naar het huidige dossier");
      sem.plugin().getByText("Dossier geopend").waitFor();
    }
  }

  @Test
  @Covers("A.10")
  void aTeacherHasNoSuchTab() {
    try (Screen tim = chromium.signIn(school.site(), "tim")) {
      tim.dossier("Mila Jonker");
      assertThat(tim.text()).doesNotContain("Koppelingen");
    }
  }

  @Test
  @Covers({"A.12.8", "A08", "P1"})
  void petraSeesWhoLookedAndNoraOnlyWhatSheDidHerself() {
    try (Screen nora = chromium.signIn(school.site(), "nora")) {
      nora.dossier("Gijs Verbeek").step("Logboek");
      nora.plugin().locator("[data-deed=READ]").first().waitFor();
      assertThat(nora.text())
          .contains("Wat je zelf in dit dossier deed.", "Nora Kuiper")
          .doesNotContain("Petra");
    }
    try (Screen petra = chromium.signIn(school.site(), "petra", Chromium.PHONE)) {
      petra.dossier("Gijs Verbeek").step("Logboek");
      petra.plugin().locator("[data-deed=RECORDED]").first().waitFor();
      petra.looksRight("logboek");
    }
    try (Screen petra = chromium.signIn(school.site(), "petra")) {
      petra.dossier("Gijs Verbeek").step("Logboek");
      petra.plugin().locator("[data-deed=RECORDED]").first().waitFor();
      assertThat(petra.text()).contains("Nora Kuiper", "legde vast", "Dossier geopend");
      petra.looksRight("logboek");
      petra.plugin().locator("#log-who").selectOption("Petra Smit");
      petra
          .plugin()
          .locator("[data-deed=RECORDED]")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(petra.text()).contains("Petra Smit", "bekeek");
    }
  }
}
