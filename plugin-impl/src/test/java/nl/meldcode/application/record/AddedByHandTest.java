package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.view.DeliveryRow;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that takes no documents: somebody adds the report there, and says so. */
class AddedByHandTest {
  private final TestPlugin plugin = new TestPlugin();
  private String report = "";

  @BeforeEach
  void aReportWasRecorded() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String talk =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"School","schoolParticipants":["%s"],
             "guardiansPresent":["%s"],"pupilPresent":false,"points":[]}"""
                .formatted(ANJA.id(), School.ILSE));
    report =
        plugin.recorded(
            ANJA,
            """
            {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken over slaap."}"""
                .formatted(talk));
    Dossier dossier = plugin.dossiers.all().get(0);
    plugin.deliveries.advance(
        School.ID, dossier.id(), dossier.version(), plugin.school.clock().instant(), false);
  }

  @Test
  @Covers("S3.6")
  void itStaysUntilSomebodySaysThatItWasAdded() {
    assertThat(states()).containsExactly(DeliveryRow.State.BY_HAND);
    plugin.recorded(NORA, added(report));

    assertThat(states()).containsExactly(DeliveryRow.State.ADDED);
  }

  @Test
  @Covers("S3.6")
  void onlyAReportOfThisDossierByWhoWorksOnIt() {
    assertThat(plugin.record(NORA, added(School.id("other").toString())))
        .isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.record(TIM, added(report))).isEqualTo(new Outcome.NotThere());
    assertThat(states()).containsExactly(DeliveryRow.State.BY_HAND);
  }

  private List<DeliveryRow.State> states() {
    return plugin.view(NORA).deliveries().stream().map(DeliveryRow::state).toList();
  }

  private static String added(String report) {
    return "{\"kind\":\"AddedByHand\",\"report\":\"%s\",\"on\":\"2026-02-09\"}".formatted(report);
  }
}
