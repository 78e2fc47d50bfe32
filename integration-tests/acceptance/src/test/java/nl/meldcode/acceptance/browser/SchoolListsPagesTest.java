package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The lists that a school keeps itself, from who prepares them to who uses them. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SchoolListsPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(9, 0));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S4.9", "A.12.26", "P11"})
  void rikPreparesAndSemLetsItCount() {
    try (Screen rik = chromium.signIn(school.site(), "rik")) {
      rik.menu("Lijsten van de school");
      assertThat(rik.text())
          .contains("Hoe het met de plug-in gaat", "Gegevensbank", "Vul backupDir in");
      OpenForm form = rik.openForm("Lists", "Lists");
      form.press("Voeg toe")
          .writeAt("partners.0.organisation", "Calamiteitenteam Oost")
          .writeAt("partners.0.phone", "bel maar");
      assertThat(form.refused("Leg lijsten vast")).contains("telefoonnummer met cijfers");
      form.writeAt("partners.0.phone", "050 123 45 67")
          .write("_signals", "Vaak moe\nVaak zonder brood\n\n")
          .tickAt("partners.0.crisisTeam");
      rik.looksRight("lijsten-voorstel");
      form.record("Leg lijsten vast");
      assertThat(rik.text()).contains("Ze tellen zodra");
    }
    try (Screen sem = chromium.signIn(school.site(), "sem")) {
      sem.menu("Lijsten van de school");
      sem.press("Zet het voorstel in het formulier");
      OpenForm form = sem.openForm("Lists", "Lists");
      assertThat(form.written("_signals")).isEqualTo("Vaak moe\nVaak zonder brood");
      form.record("Leg lijsten vast");
      assertThat(sem.text()).contains("Vastgelegd door Sem de Wit");
      assertThat(sem.text()).doesNotContain("Hoe het met de plug-in gaat");
      assertThat(sem.text()).contains("doet alles wat de plug-in vraagt");
      sem.looksRight("lijsten");
    }
  }

  @Test
  @Order(2)
  @Covers({"S4.9", "S1.9"})
  void anjaGoesThroughTheSignalsAndSeesWhomToCall() {
    Tab tab = school.tab("anja", "lotte");
    tab.record(Forms.signal(DAY, "Kwam zonder brood."));
    tab.record(Forms.opening(DAY));
    try (Screen anja = chromium.signIn(school.site(), "anja")) {
      anja.dossier("Lotte Hendriks").step("Signalen");
      assertThat(anja.missing()).contains("S1.9.list");
      anja.unfold("Wie kun je bellen?");
      anja.plugin().getByText("050 123 45 67").waitFor();
      assertThat(anja.text()).contains("Calamiteitenteam Oost");
      OpenForm form = anja.form("SignalChecklist");
      anja.plugin().getByLabel("Vaak moe").check();
      form.writeAt("items.0.note", "Elke maandag.");
      anja.looksRight("signalenlijst");
      form.record("Leg lijst vast");
      assertThat(anja.missing()).doesNotContain("S1.9", "S1.9.list");
      assertThat(anja.text()).contains("Vaak moe. Elke maandag.");
    }
  }

  @Test
  @Order(3)
  @Covers({"S1.11", "A.10"})
  void anjaPicksWhatTheAdministrationHoldsAlready() {
    try (Screen anja = chromium.signIn(school.site(), "anja")) {
      anja.dossier("Lotte Hendriks").step("Signalen");
      OpenForm form = anja.form("Signal");
      anja.unfold("Meer vastleggen: plaats, hoe opvallend, wat er al bekend is");
      form.write("facts", "Kwam weer zonder brood.");
      anja.press("Uitkomst van een instrument");
      anja.looksRight("signaal-uit-administratie");
      form.record("Leg signaal vast");
      assertThat(anja.text()).contains("Uit de leerlingadministratie");
    }
  }
}
