package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each tab halfway the story of Lotte, at a desk and on a phone. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTabTest {
  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    Lotte lotte = new Lotte(school);
    Version report = lotte.untilReport();
    lotte
        .on(february(18), "anja")
        .record(
            Forms.signed(report.id(), report.sha256(), Forms.MOTHER, "Ilse van Dam", february(18)));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @ParameterizedTest
  @CsvSource({
    "nora,Overzicht,1280", "nora,Signalen,1280", "nora,Overleg,1280", "nora,Ouders,1280",
    "nora,Wegen,1280", "nora,Beslissen,1280", "nora,Overzicht,375", "nora,Signalen,375",
    "nora,Overleg,375", "nora,Ouders,375", "nora,Wegen,375", "nora,Beslissen,375",
    "anja,Overzicht,1280", "anja,Overzicht,375", "anja,Wegen,1280", "sem,Overzicht,1280",
    "petra,Overzicht,1280"
  })
  void aTabCanBeReadAndReachedByEverybody(String login, String step, int width) {
    try (Screen screen = chromium.signIn(school.site(), login, width)) {
      screen.dossier("Lotte Hendriks");
      if (!step.equals("Overzicht")) {
        screen.step(step);
        assertThat(screen.text()).contains("Goed om te weten");
      }
      assertThat(screen.text()).contains("Lotte Hendriks");
      screen.looksRight("tab-" + login + "-" + step.toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Wegen,Weighing",
    "Beslissen,Decision",
    "Ouders,ParentMeeting",
    "Beslissen,VeiligThuisReport"
  })
  void aLongFormCanBeReadAndReachedByEverybody(String step, String kind) {
    for (int width : new int[] {Chromium.WIDE, Chromium.PHONE}) {
      try (Screen nora = chromium.signIn(school.site(), "nora", width)) {
        nora.dossier("Lotte Hendriks").step(step).form(kind);
        nora.looksRight("formulier-" + kind.toLowerCase(Locale.ROOT));
      }
    }
  }
}
