package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The dossier of Lotte, with a report, on the screens of people who may know less. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPeoplePagesTest {
  private static final String LOTTE = "Lotte Hendriks";

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    new Lotte(school).untilReport();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Covers({"S11"})
  void aTeacherOfAnotherGroupSeesThePageOfAPupilWithoutDossier() {
    try (Screen tim = chromium.signIn(school.site(), "tim")) {
      String with = tim.dossier(LOTTE).text().replace("Lotte Hendriks", "").replace("Lotte", "");
      tim.looksRight("andere-leerkracht");
      String without = tim.dossier("Eva").text();

      assertThat(with).contains("Signaal vastleggen").doesNotContain("lunch", "Gesprek", "Anja");
      assertThat(tim.plugin().locator(".mc-steps, .mc-finding, .mc-time").count()).isZero();
      assertThat(without).contains("Signaal vastleggen");
    }
  }

  @Test
  @Covers({"S10"})
  void theAdministratorSeesNoTab() {
    try (Screen rik = chromium.signIn(school.site(), "rik")) {
      rik.pupil(LOTTE);
      assertThat(rik.hasTab()).isFalse();
      assertThat(rik.hostText()).contains("Lotte").doesNotContain("Meldcode");
    }
    try (Screen nora = chromium.signIn(school.site(), "nora")) {
      assertThat(nora.pupil(LOTTE).hasTab()).as("others have it").isTrue();
    }
  }

  @Test
  @Covers({"S3.6"})
  void aTeacherOfAnotherGroupFindsNoReportAtTheHost() {
    try (Screen tim = chromium.signIn(school.site(), "tim")) {
      tim.pupil(LOTTE).hostTab("Documenten");
      assertThat(tim.hostText()).doesNotContain("Gespreksverslag");
    }
  }
}
