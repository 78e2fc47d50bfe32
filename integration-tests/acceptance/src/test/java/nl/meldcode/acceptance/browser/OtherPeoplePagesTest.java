package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.HostSession.Launch;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.MintedLaunch;
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
  void whoMayNotKnowOfADossierSeesThePageOfAPupilWithout() {
    try (Screen tim = chromium.signIn(school.site(), "tim")) {
      tim.dossierBy(launch("lotte"), "Finn");
      String with = tim.text();
      tim.looksRight("andere-leerkracht");
      tim.dossierBy(launch("eva"), "Finn");

      assertThat(with).contains("Lotte", "Signaal vastleggen").doesNotContain("lunch", "Anja");
      assertThat(tim.plugin().locator(".mc-steps, .mc-finding, .mc-time").count()).isZero();
      assertThat(with.replace("Lotte Hendriks", "").lines().count())
          .isEqualTo(tim.text().lines().count());
    }
  }

  @Test
  @Covers({"S10"})
  void theHostShowsATeacherNoPupilOfAnotherGroup() {
    try (Screen tim = chromium.signIn(school.site(), "tim")) {
      tim.host("/pupils");
      assertThat(tim.hostText()).contains("Finn").doesNotContain("Lotte");
      tim.host("/pupils/" + Lotte.PUPIL);
      assertThat(tim.hostText()).doesNotContain("Lotte", "Meldcode");
    }
  }

  @Test
  @Covers({"S10"})
  void theAdministratorSeesNoTab() {
    try (Screen rik = chromium.signIn(school.site(), "rik")) {
      rik.host("/pupils/" + Lotte.PUPIL);
      assertThat(rik.hasTab()).isFalse();
    }
    try (Screen nora = chromium.signIn(school.site(), "nora")) {
      nora.host("/pupils/" + Lotte.PUPIL);
      assertThat(nora.hasTab()).as("others have it").isTrue();
    }
  }

  /** A launch for Tim that no page of this host would offer; other hosts may. */
  private Launch launch(String pupil) {
    HostSession tim = HostSession.signIn(school.site(), "tim");
    return MintedLaunch.forPupil(school, tim.launch(Ids.pupil("finn")), Ids.pupil(pupil));
  }
}
