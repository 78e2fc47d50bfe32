package nl.meldcode.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.conformance.Verdict.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the host that breaks it. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsFoundTest {
  /** Gives the rules about every answer something to look at. */
  private static final List<String> BEFORE = List.of("META-7", "META-9");

  @TempDir static Path folder;
  private InProcess host;

  @BeforeAll
  void start() {
    host = new InProcess(folder);
  }

  @AfterAll
  void stop() {
    host.close();
  }

  Stream<Fault> faults() {
    return Stream.of(
            new AccessFaults(host.identity()).all(),
            RosterFaults.all(),
            RecordFaults.all(),
            new LaunchFaults(host).all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theRuleFindsIt(Fault fault) {
    Identity identity = fault.identity().apply(host.identity());
    Host broken = host.host(fault.broken().apply(host), identity, fault.launch());
    List<Rule> rules = new ArrayList<>();
    if (fault.rule().startsWith("ANSWER")) {
      BEFORE.forEach(id -> rules.add(rule(id)));
    }
    rules.add(rule(fault.rule()));

    Verdict verdict = last(Kit.look(broken, rules, one -> {}).verdicts());

    assertThat(verdict.outcome()).as(fault + " " + verdict).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings())
        .allSatisfy(
            one ->
                assertThat(Words.in(Locale.ENGLISH).say(one)).doesNotContain("{0}", "{1}", "{2}"));
  }

  @Test
  void everyRuleHasAFault() {
    assertThat(faults().map(Fault::rule).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Kit.rules().stream().map(Rule::id).toList());
  }

  private static Rule rule(String id) {
    return Kit.rules().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static Verdict last(List<Verdict> verdicts) {
    return verdicts.get(verdicts.size() - 1);
  }
}
