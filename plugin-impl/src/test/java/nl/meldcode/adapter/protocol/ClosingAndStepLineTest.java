package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;
import nl.meldcode.domain.protocol.Protocol;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingAndStepLineTest {
  private static final ProtocolId ID = ProtocolId.of("scope-2013@1.0.0");
  private static final Path FOLDER = Path.of("src/test/resources/protocols/scope-2013/1.0.0");
  private static final Protocol PROTOCOL = new ShippedProtocols(Map.of(), ID).byId(ID);

  @Test
  @Covers({"A.12.17", "P4"})
  void closingIsRefusedForWhatIsMissingAndNotAccepted() {
    Assessment early = assess("e1-10-both-signed");
    assertThat(early.againstClosing(Set.of("S4.1", "S5.1")))
        .allMatch(finding -> finding.severity() == Severity.BLOCK)
        .extracting(Finding::requirement)
        .containsExactly("S4.2", "S4.7");
    assertThat(early.againstClosing(Set.of("S4.1", "S4.2", "S4.7", "S5.1"))).isEmpty();
  }

  @Test
  @Covers({"CR1", "CR2", "CR3", "CR4", "CR5"})
  void adviceNeverStandsInTheWayOfComplete() {
    Assessment done = assess("e1-16-helped");
    assertThat(done.findings()).isNotEmpty();
    assertThat(done.missing()).isEmpty();
    assertThat(done.againstClosing(Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "e1-01-signal-log, SIGNALS, detail.signals",
    "behaviour-opened, SIGNALS, detail.signal",
    "e1-06-coached, CONSULTATION, detail.EXPERT_ADVICE",
    "e1-08-report, PARENTS, finding.S3.9",
    "e1-07-talk-report-late, PARENTS, finding.S3.3",
    "waiver-by-head, PARENTS, detail.waiver",
    "order-weighed-before-talk, PARENTS, detail.recordedOn",
    "e1-11-reviewed, WEIGHING, detail.author",
    "e1-01-signal-log, WEIGHING, detail.by.weighing",
    "e1-16-helped, DECISION, detail.ORGANISE_HELP"
  })
  void eachStepSaysAFewWords(String name, Step step, String key) {
    Optional<String> detail =
        Optional.ofNullable(assess(name).step(step).detail()).map(Message::key);
    assertThat(detail).contains(key);
    assertThat(Resource.texts("/texts/findings_nl.properties")).containsKey(key);
  }

  private static Assessment assess(String name) {
    GoldenCase golden = GoldenCase.read(FOLDER.resolve(name + ".case.json"));
    return PROTOCOL.assess(golden.facts(), golden.today());
  }
}
