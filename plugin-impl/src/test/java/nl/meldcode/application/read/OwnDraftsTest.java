package nl.meldcode.application.read;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.InMemoryDeliveries;
import nl.meldcode.application.port.InMemoryDrafts;
import nl.meldcode.application.port.MemoryAccessLog;
import org.junit.jupiter.api.Test;

class OwnDraftsTest {
  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final MemoryAccessLog log = new MemoryAccessLog();
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), log, school.clock());

  @Test
  void aDraftIsForItsWriterAndFormUntilItIsThrownAway() {
    OwnDrafts drafts = new OwnDrafts(new InMemoryDrafts(), gate);
    assertThat(drafts.keep(school.caller(ANJA), "Signal", "{}")).isEqualTo(gate.now());

    assertThat(drafts.find(school.caller(ANJA), "Signal")).map(Drafts.Draft::json).contains("{}");
    assertThat(drafts.find(school.caller(ANJA), "Decision")).isEmpty();
    assertThat(drafts.find(school.caller(NORA), "Signal")).isEmpty();

    drafts.drop(school.caller(ANJA), "Signal");
    assertThat(drafts.find(school.caller(ANJA), "Signal")).isEmpty();
  }

  @Test
  void aDeliveryGoesOnForWhoMayRecordAnswersAndForNobodyElse() {
    InMemoryDeliveries deliveries = new InMemoryDeliveries(plugin.dossiers);
    List<String> nudged = new ArrayList<>();
    ResumeDelivery resume =
        new ResumeDelivery(plugin.dossiers, deliveries, gate, () -> nudged.add("nudge"));
    assertThat(resume.resume(school.caller(NORA))).as("there is no dossier").isFalse();
    plugin.recorded(
        ANJA,
        """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""");
    var dossier = plugin.dossiers.all().get(0);
    deliveries.park(School.ID, dossier.id(), "gone", gate.now());

    assertThat(resume.resume(school.caller(School.RIK))).isFalse();
    assertThat(deliveries.state(School.ID, dossier.id()).parked()).isEqualTo("gone");
    assertThat(log.events()).hasSize(1);

    nudged.clear();
    assertThat(resume.resume(school.caller(NORA))).isTrue();
    assertThat(deliveries.state(School.ID, dossier.id()).parked()).isNull();
    assertThat(nudged).containsExactly("nudge");
  }
}
