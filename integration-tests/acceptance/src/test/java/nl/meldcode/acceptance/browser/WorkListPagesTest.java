package nl.meldcode.acceptance.browser;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has to do, on the start page of the host. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListPagesTest {
  private static final String TITLE = "Wat moet ik doen";
  private static final LocalDate TALK = LocalDate.of(2026, 2, 5);

  private StartedSchool school;
  private Chromium chromium;

  /** The report of Lotte is late on Friday, what is asked for Finn is not. */
  @BeforeAll
  void start() {
    school = StartedSchool.at(TALK, LocalTime.of(9, 0));
    Tab lotte = school.tab("nora", "lotte");
    lotte.record(Forms.opening(TALK));
    lotte.record(Forms.talk(TALK));
    lotte.record(
        """
        {"kind": "ConflictOfInterest", "member": "%s", "conflict": true, "reason": "Tante.",
         "on": "%s"}"""
            .formatted(Ids.staff("anja"), TALK));
    school.goTo(LocalDate.of(2026, 2, 13), LocalTime.of(9, 0));
    school.tab("nora", "finn").record(Forms.opening(LocalDate.of(2026, 2, 13)));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.WIDE, Chromium.PHONE})
  @Covers({"P7", "P1"})
  void noraFindsWhatIsToBeDoneForBothPupilsLateFirst(int width) {
    try (Screen nora = list("nora", width)) {
      assertThat(nora.text()).contains("De Vlieger", "Lotte Hendriks", "Finn Willemse", "112");
      assertThat(nora.plugin().locator(".mc-group").first().getAttribute("data-when"))
          .isEqualTo("LATE");
      assertThat(nora.plugin().locator("[data-when=LATE]").innerText())
          .contains("Lotte Hendriks", "do 12 februari");
      nora.looksRight("werklijst");

      Locator parents = button(nora, "Ouders (");
      parents.click();
      assertThat(parents.getAttribute("aria-pressed")).isEqualTo("true");
      assertThat(nora.text()).contains("Lotte Hendriks").contains("Ouders");
    }
  }

  @Test
  @Covers({"P7", "S11"})
  void timFindsHisOwnPupilAlone() {
    try (Screen tim = list("tim", Chromium.WIDE)) {
      assertThat(tim.text()).contains("Finn Willemse").doesNotContain("Lotte", "Hendriks");
      assertThat(tim.plugin().locator("[data-when=LATE]").count()).isZero();
    }
  }

  @Test
  @Covers({"P7", "A.12.2"})
  void whoIsTooCloseToHerOnlyPupilHasNothingToDo() {
    try (Screen anja = list("anja", Chromium.PHONE)) {
      assertThat(anja.text()).contains("Je hebt niets open staan.");
      assertThat(anja.plugin().locator(".mc-task").count()).isZero();
      anja.looksRight("werklijst-leeg");
    }
  }

  @Test
  @Covers("P7")
  void aRowLeadsToItsPupilWithTheKeyboardToo() {
    try (Screen nora = list("nora", Chromium.WIDE)) {
      nora.plugin().locator("[data-when=LATE] .mc-task button").first().focus();
      nora.key("Enter");
      nora.plugin().locator("[data-step=parents]").waitFor();
      assertThat(nora.text()).contains("Lotte Hendriks", "Gesprek met ouders");
      nora.ask("() => history.back()");
      nora.plugin().locator(".mc-task").first().waitFor();
      assertThat(nora.text()).contains("Finn Willemse");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.WIDE, Chromium.PHONE})
  @Covers("P8")
  void timPractisesOnAPupilWhoDoesNotExistAndFindsNothingOfItOnHisList(int width) {
    try (Screen tim = list("tim", width)) {
      tim.plugin().locator("[data-practice]").click();
      tim.plugin().locator(".mc-practice").waitFor();
      assertThat(tim.text()).contains("niets hiervan is echt", "Oefenleerling");
      tim.press("Signaal vastleggen");
      tim.form("Signal").write("facts", "Om te oefenen.").record("Leg signaal vast");
      assertThat(tim.text()).contains("niets hiervan is echt", "Om te oefenen.");
      tim.looksRight("oefendossier");
      button(tim, "Opnieuw beginnen").click();
      tim.plugin().locator(".mc-empty").waitFor();
      assertThat(tim.text()).contains("Oefenleerling").doesNotContain("Om te oefenen.");
    }
    try (Screen tim = list("tim", width)) {
      assertThat(tim.text()).contains("Finn Willemse").doesNotContain("Oefenleerling");
      tim.looksRight("werklijst-oefenen");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Chromium.WIDE, Chromium.PHONE})
  @Covers("P9")
  void noraReadsTheFiguresOfHerSchool(int width) {
    try (Screen nora = chromium.signIn(school.site(), "nora", width)) {
      nora.menu("Cijfers van de school");
      assertThat(nora.text()).contains("2025-2026", "minder dan 5").doesNotContain("Lotte");
      nora.looksRight("cijfers");
      nora.plugin().locator("#schooljaar").selectOption("2024");
      assertThat(nora.text()).contains("2024-2025", "minder dan 5");
    }
  }

  private Screen list(String login, int width) {
    Screen screen = chromium.signIn(school.site(), login, width);
    screen.menu(TITLE);
    screen.plugin().locator("h1", new FrameLocator.LocatorOptions().setHasText(TITLE)).waitFor();
    return screen;
  }

  private static Locator button(Screen screen, String name) {
    return screen
        .plugin()
        .getByRole(BUTTON, new FrameLocator.GetByRoleOptions().setName(name))
        .first();
  }
}
