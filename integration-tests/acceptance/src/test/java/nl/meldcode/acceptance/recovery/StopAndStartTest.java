package nl.meldcode.acceptance.recovery;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The host, the plugin's bundle and the whole process go away, one after the other. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class StopAndStartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PLUGIN = "nl.meldcode";

  private StartedSchool school;
  private Lotte lotte;
  private Version report = new Version("", "");

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    lotte = new Lotte(school);
    lotte.signals();
    lotte.consultation();
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers({"S3.6", "R01"})
  void staffKeepRecordingWhileTheHostIsAway() {
    String talk = lotte.talk();
    Tab anja = lotte.now("anja");
    school.hostAvailable(false);
    report = Lotte.version(anja, talk, "Wij bespraken de signalen.");
    anja.record(Forms.signal(february(16), "Lotte had weer geen lunch."));

    View view = anja.dossier();
    assertThat(view.entries("Signal")).hasSize(4);
    assertThat(view.report(report.id()).path("delivery").path("state").asText())
        .isEqualTo("WAITING");
    assertThat(view.report(report.id()).path("delivery").path("message").asText())
        .startsWith("Nog niet in het leerlingdossier opgeslagen");
    assertThat(documents()).doesNotContain("Gespreksverslag");
  }

  @Test
  @Order(2)
  @Covers({"S3.6", "R01"})
  void whatWaitedArrivesOnceWhenTheHostIsBack() {
    school.hostAvailable(true);

    Await.until("the report at the host", PATIENCE, () -> documents().contains("<h3>Gesprek"));
    Tab anja = lotte.now("anja");
    Await.until(
        "the tab says so",
        PATIENCE,
        () ->
            anja.dossier()
                .report(report.id())
                .path("delivery")
                .path("state")
                .asText()
                .equals("STORED"));
    assertThat(documents().split("<h3>Gesprek", -1)).as("one entry").hasSize(2);
    assertThat(documents().split("/documents/", -1)).as("one document").hasSize(2);
  }

  @Test
  @Order(3)
  @Covers({"R12", "P6"})
  void theTabsGoWithThePluginAndComeBackWithAllThatWasRecorded() {
    String before = whole(lotte.now("nora"));
    HostSession nora = HostSession.signIn(school.site(), "nora");
    assertThat(nora.pluginTab(Lotte.PUPIL)).isPresent();

    school.bundle(PLUGIN, "stop");
    Await.until("no tab without a plugin", PATIENCE, () -> nora.pluginTab(Lotte.PUPIL).isEmpty());
    assertThat(nora.page("/pupils/" + Lotte.PUPIL).status()).isEqualTo(200);

    school.bundle(PLUGIN, "start");
    Await.until("the tab is back", PATIENCE, () -> nora.pluginTab(Lotte.PUPIL).isPresent());
    assertThat(whole(lotte.now("nora"))).isEqualTo(before);
  }

  @Test
  @Order(4)
  @Covers({"R05"})
  void aRestartOfTheProcessKeepsEverything() {
    String before = whole(lotte.now("nora"));
    byte[] document = lotte.now("nora").document(report.id());

    school.stop();
    school.start();

    Tab nora = lotte.now("nora");
    assertThat(whole(nora)).isEqualTo(before);
    assertThat(nora.document(report.id())).isEqualTo(document);
    nora.record(Forms.signal(february(16), "Na de herstart."));
    assertThat(nora.dossier().entries("Signal")).hasSize(5);
  }

  private String documents() {
    return HostSession.signIn(school.site(), "nora").documents(Lotte.PUPIL);
  }

  /** All that the dossier shows. */
  private static String whole(Tab tab) {
    return tab.dossier().dossier().toString();
  }
}
