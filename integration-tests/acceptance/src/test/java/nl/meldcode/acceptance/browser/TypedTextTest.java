package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody typed stays theirs, whatever goes wrong. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedTextTest {
  private static final String LOTTE = "Lotte Hendriks";
  private static final String SEEN = "Lotte huilde na het weekend.";

  /** What is sent arrives, and the page does not hear of it. */
  private static final String NEXT_ANSWER_IS_LOST =
      """
      () => {
        const real = window.fetch;
        window.fetch = async (...all) => {
          const answer = await real(...all);
          if (all[1]?.method !== 'POST') {
            return answer;
          }
          window.fetch = real;
          throw new TypeError('lost');
        };
      }""";

  private StartedSchool school;
  private Lotte lotte;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    lotte = new Lotte(school);
    lotte.signals();
    lotte.consultation();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  private Screen anja(String step) {
    return chromium.signIn(school.site(), "anja").dossier(LOTTE).step(step);
  }

  @Test
  @Covers({"S1.2"})
  void aRefusalNamesEveryFaultAndKeepsWhatWasTyped() {
    try (Screen anja = anja("Signalen")) {
      OpenForm signal = anja.form("Signal").write("interpretation", SEEN);
      signal.on("observedOn", february(27)).choose("source", "OTHER");
      String faults = signal.refused("Leg signaal vast");

      assertThat(faults)
          .contains(
              "Kijk naar 3 punten", "deze dag moet nog komen", "schrijf op van wie je dit weet");
      assertThat(signal.written("interpretation")).isEqualTo(SEEN);
      anja.looksRight("fouten");
      int before = lotte.now("anja").dossier().entries("Signal").size();
      signal.on("observedOn", february(11)).write("facts", SEEN).write("observer", "de conciërge");
      signal.record("Leg signaal vast");
      assertThat(lotte.now("anja").dossier().entries("Signal")).hasSize(before + 1);
    }
  }

  @Test
  void aReloadBringsTheDraftBack() {
    try (Screen anja = anja("Overleg")) {
      anja.form("Consultation").write("question", SEEN).keptAsDraft();
      anja.reload();
      OpenForm again = anja.step("Overleg").form("Consultation");
      again.keptAsDraft();
      assertThat(again.written("question")).isEqualTo(SEEN);
    }
  }

  @Test
  void withoutAConnectionTheTextStaysOnTheScreenAndIsKeptLater() {
    try (Screen anja = anja("Ouders")) {
      OpenForm talk = anja.form("ParentMeeting");
      anja.offline(true);
      talk.write("place", "school, na drie uur");
      anja.plugin().getByText("Geen verbinding. Je tekst is bewaard in dit venster.").waitFor();
      anja.looksRight("geen-verbinding");
      anja.offline(false);
      talk.keptAsDraft();
      assertThat(talk.written("place")).isEqualTo("school, na drie uur");
    }
  }

  @Test
  @Covers("U4")
  void pressedTwiceItIsRecordedOnce() {
    try (Screen anja = anja("Signalen")) {
      int before = signals("lotte");
      anja.form("Signal").write("facts", SEEN).recordByDoubleClick("Leg signaal vast");
      assertThat(signals("lotte")).isEqualTo(before + 1);
    }
  }

  @Test
  @Covers("U4")
  void backShowsWhatIsRecordedNowAndRecordsNothingAgain() {
    try (Screen anja = anja("Signalen")) {
      anja.form("Signal").write("facts", "Lotte at niets.").record("Leg signaal vast");
      int after = signals("lotte");
      anja.step("Overzicht").ask("() => history.back()");
      anja.plugin().locator(".mc-entry").getByText("Lotte at niets.").first().waitFor();
      assertThat(signals("lotte")).isEqualTo(after);
    }
  }

  @Test
  @Covers("U4")
  void twoPupilsInTwoWindowsStayApart() {
    try (Screen first = anja("Signalen");
        Screen second = first.beside().dossier("Eva Smeets")) {
      second.press("Signaal vastleggen");
      OpenForm ofLotte = first.form("Signal").write("facts", "Dit gaat over Lotte.");
      second.form("Signal").write("facts", "Dit gaat over Eva.").record("Leg signaal vast");
      ofLotte.record("Leg signaal vast");
      assertThat(first.text())
          .contains("Dit gaat over Lotte.")
          .doesNotContain("Dit gaat over Eva.");
      assertThat(second.text()).contains("Dit gaat over Eva.").doesNotContain("over Lotte.");
    }
    assertThat(facts("lotte")).contains("Dit gaat over Lotte.").doesNotContain("over Eva.");
    assertThat(facts("eva")).contains("Dit gaat over Eva.").doesNotContain("over Lotte.");
  }

  @Test
  @Covers("U4")
  void afterTooLongAwayTheTextStandsThereAndTheDraftComesBack() {
    try (Screen anja = anja("Signalen")) {
      OpenForm signal = anja.form("Signal").write("facts", "Lotte wachtte op het plein.");
      signal.keptAsDraft();
      school.goTo(february(11), LocalTime.of(15, 0));
      signal.press("Leg signaal vast");
      anja.plugin().getByText("Je bent te lang weg geweest").first().waitFor();
      assertThat(signal.written("facts")).isEqualTo("Lotte wachtte op het plein.");
      anja.looksRight("te-lang-weg");
    }
    try (Screen anja = anja("Signalen")) {
      assertThat(anja.form("Signal").written("facts")).isEqualTo("Lotte wachtte op het plein.");
      anja.form("Signal").record("Leg signaal vast");
    }
  }

  @Test
  @Covers("U4")
  void whatCannotBeSentOrIsNotAnsweredIsRecordedOnce() {
    try (Screen anja = anja("Signalen")) {
      int before = signals("lotte");
      OpenForm signal = anja.form("Signal").write("facts", "Lotte verstopte zich.");
      signal.keptAsDraft();
      anja.offline(true);
      signal.press("Leg signaal vast");
      anja.plugin().getByText("Geen verbinding.").first().waitFor();
      anja.offline(false);
      signal.keptAsDraft();
      assertThat(signals("lotte")).as("nothing was sent").isEqualTo(before);

      anja.ask(NEXT_ANSWER_IS_LOST);
      signal.press("Leg signaal vast");
      anja.plugin().getByText("Geen verbinding.").first().waitFor();
      assertThat(signals("lotte")).as("only the answer was lost").isEqualTo(before + 1);
      assertThat(signal.written("facts")).isEqualTo("Lotte verstopte zich.");
      signal.record("Leg signaal vast");
      assertThat(signals("lotte")).isEqualTo(before + 1);
    }
  }

  @Test
  @Covers("U4")
  void backInTheMiddleOfASentenceBringsItBack() {
    try (Screen anja = anja("Ouders")) {
      anja.form("ParentMeeting").write("place", "school, in de gang");
      anja.step("Overzicht").ask("() => history.back()");
      OpenForm again = anja.form("ParentMeeting");
      again.keptAsDraft();
      assertThat(again.written("place")).isEqualTo("school, in de gang");
    }
  }

  private int signals(String pupil) {
    return school.tab("anja", pupil).dossier().entries("Signal").size();
  }

  private String facts(String pupil) {
    return school.tab("anja", pupil).dossier().entries("Signal").toString();
  }

  @Test
  void whatAColleagueRecordedMeanwhileIsShownBesideIt() {
    try (Screen nora = chromium.signIn(school.site(), "nora").dossier(LOTTE).step("Beslissen")) {
      OpenForm decision = nora.form("Decision").choose("choice", "NO_FURTHER_ACTION");
      decision.write("motivation", "Het ging om één week.");
      lotte.now("anja").record(Forms.signal(february(11), SEEN));
      decision.press("Leg besluit vast");
      nora.plugin().getByText("Er is intussen iets veranderd. Er is niets weg.").waitFor();

      assertThat(nora.text()).contains("Anja Post");
      assertThat(decision.written("motivation")).isEqualTo("Het ging om één week.");
      nora.looksRight("intussen-veranderd");
    }
  }

  @Test
  void aSignalIsRecordedWithTheKeyboardAlone() {
    try (Screen nora = chromium.signIn(school.site(), "nora").dossier(LOTTE).step("Signalen")) {
      nora.form("Signal");
      tabTo(nora, "Signal-facts");
      nora.type(SEEN);
      tabTo(nora, "submit");
      nora.key("Enter");
      nora.plugin().locator("[data-outcome=Signal].mc-notice--ok").waitFor();
      assertThat(String.valueOf(nora.ask("() => document.activeElement.dataset.outcome")))
          .as("the focus is on what came of it")
          .isEqualTo("Signal");
    }
  }

  /** Goes on with Tab until what has this id or type has the focus. */
  private static void tabTo(Screen person, String idOrType) {
    for (int i = 0; i < 80; i++) {
      person.key("Tab");
      Object at = person.ask("() => document.activeElement.id || document.activeElement.type");
      if (idOrType.equals(at)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + idOrType);
  }
}
