package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E6 on the screens of those who are in it. */
@Tag("browser")
@Tag("walk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class GroupIncidentPagesTest {
  private static final LocalDate YARD = LocalDate.of(2026, 3, 12);
  private static final String JAX = "Jax Dorst";
  private static final List<String> PUPILS = List.of("jax", "finn", "eva", "bo");

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(YARD, LocalTime.of(14, 0));
    chromium = new Chromium(Hand.askedOr(Hand.TOUCH));
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"O14"})
  void semChoosesTheFourPupilsAndRecordsTheIncidentOnce() {
    on(
        "sem",
        JAX,
        sem -> {
          sem.press("Signaal vastleggen");
          OpenForm form = sem.form("Incident");
          form.write("facts", "Achter de fietsen werden twee leerlingen ingesloten.");
          assertThat(
                  form.choose("concerns", "AGGRESSION")
                      .choose("frequency", "INCIDENTAL")
                      .choose("seriousness", "SERIOUS")
                      .refused("Leg incident vast"))
              .contains("minstens twee leerlingen");
          group(sem, "Groep 7");
          form.choose("pupils", Ids.pupil("finn"));
          group(sem, "Groep 5");
          form.choose("pupils", Ids.pupil("eva")).choose("pupils", Ids.pupil("bo"));
          form.writeAt("parts." + Ids.pupil("eva") + ".text", "Eva huilde.");
          sem.looksRight("e6-incident");
          form.record("Leg incident vast");
          assertThat(sem.text()).contains("Jax Dorst, Finn Willemse, Eva Smeets en Bo Dijkstra");
        });
    on("sem", "Eva Smeets", sem -> assertThat(step(sem, "Signalen")).contains("Eva huilde."));
    on(
        "sem",
        "Bo Dijkstra",
        sem -> assertThat(step(sem, "Signalen")).doesNotContain("Eva huilde."));
  }

  @Test
  @Order(2)
  @Covers({"S2.9"})
  void theConferenceIsAboutTheIncidentAndAsksForAGroeidocument() {
    PUPILS.forEach(pupil -> school.tab("sem", pupil).record(overview()));
    on(
        "sem",
        JAX,
        sem -> {
          OpenForm form = sem.step("Overleg").form("Consultation");
          aboutTheIncident(form);
          form.choose("level", "CASE_CONFERENCE")
              .pick("participants", Ids.staff("nora"))
              .press("Voeg iemand van buiten toe")
              .writeAt("participants.2.name", "L. Bos")
              .writeAt("participants.2.organisation", "GGD")
              .write("question", "Wat is er nodig?")
              .write("outcome", "Toezicht bij de fietsen.")
              .choose("conference.parentsPresent", "false");
          form.writeAt("conference.parentsReason", "Eerst apart spreken.");
          sem.looksRight("e6-overleg");
          form.record("Leg overleg vast");
          assertThat(sem.missing()).contains("S2.9");
        });
    on("sem", "Bo Dijkstra", sem -> assertThat(step(sem, "Overleg")).contains("Toezicht bij de"));
  }

  @Test
  @Order(3)
  @Covers({"S4.5-G1", "S4.5-G3", "S4.5-G4", "S4.6a"})
  void petraWeighsWithAnAnswerForEachPupil() {
    on(
        "petra",
        JAX,
        petra -> {
          OpenForm form = petra.step("Wegen").form("Weighing");
          aboutTheIncident(form);
          form.choose("scope", "GROUP");
          form.everywhere("group", "Ja");
          form.answer("group.G3." + Ids.pupil("finn") + ".answer", "UNKNOWN");
          assertThat(petra.text()).contains("G3");
          form.everywhere("_questions", "Nee");
          form.choose("externalAdviceAsked", "true")
              .choose("conclusion", "CONCERN_HELP")
              .write("motivation", "Gewogen in het team.");
          petra.looksRight("e6-wegen");
          form.record("Leg weging vast");
        });
    on("petra", "Finn Willemse", petra -> assertThat(missing(petra)).contains("S4.6a"));
    on("petra", "Eva Smeets", petra -> assertThat(missing(petra)).doesNotContain("S4.6a", "S4.5"));
  }

  @Test
  @Order(4)
  @Covers({"A.12.25"})
  void anjaSeesEvasPartAndNobodyElse() {
    on(
        "anja",
        "Eva Smeets",
        anja -> {
          assertThat(step(anja, "Signalen"))
              .contains("Achter de fietsen", "Eva huilde.")
              .doesNotContain("Jax", "Finn", "Bo");
          anja.looksRight("e6-leerkracht");
          assertThat(step(anja, "Overleg")).contains("Toezicht").doesNotContain("Jax", "Finn");
        });
  }

  private static void aboutTheIncident(OpenForm form) {
    form.chooseLast("incident");
  }

  private static List<Object> missing(Screen screen) {
    screen.step("Wegen");
    return screen.missing();
  }

  private static String step(Screen screen, String name) {
    return screen.step(name).text();
  }

  private static void group(Screen screen, String name) {
    Locator choice = screen.plugin().locator("[data-field=pupils] select");
    screen.select(choice, name);
  }

  private static String overview() {
    return Forms.fiveAnswers()
        .replace("\"others\": \"NO\"", "\"others\": \"YES\", \"othersNote\": \"vier leerlingen\"");
  }

  private void on(String login, String pupil, Consumer<Screen> work) {
    try (Screen screen = chromium.signIn(school.site(), login)) {
      work.accept(screen.dossier(pupil));
    }
  }
}
