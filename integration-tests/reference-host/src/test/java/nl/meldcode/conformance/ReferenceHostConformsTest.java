package nl.meldcode.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.meldcode.conformance.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference host keeps to every rule of the kit. */
class ReferenceHostConformsTest {
  @TempDir Path folder;

  @Test
  void everyRuleHolds() {
    Judgement judgement;
    try (InProcess host = new InProcess(folder)) {
      judgement = Kit.look(host.host(host, host.identity(), UnaryOperator.identity()));
    }

    assertThat(Report.TEXT.of(judgement, "host", Words.in(Locale.ENGLISH)))
        .contains(Kit.rules().size() + " rules:")
        .doesNotContain("FAULT");
    assertThat(judgement.isGood()).isTrue();
    assertThat(judgement.reached()).contains(Level.EVENTS);
    assertThat(judgement.verdicts())
        .filteredOn(one -> one.outcome() != Outcome.PASSED)
        .extracting(one -> one.rule().id() + " " + one.why())
        .as("the demo school has nobody who was merged or removed")
        .containsExactly("ROSTER-11 no-merged", "ROSTER-12 no-tombstone");
  }
}
