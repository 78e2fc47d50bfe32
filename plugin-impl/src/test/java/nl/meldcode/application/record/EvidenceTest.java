package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.entry.Signal;
import org.junit.jupiter.api.Test;

/** What the host holds, picked as evidence for a signal. */
class EvidenceTest {
  private static final Observation LATE =
      new Observation(
          School.id("note:late"), Observation.Sort.ABSENCE, LocalDate.of(2026, 2, 2), "Te laat");

  private final TestPlugin plugin = new TestPlugin();

  private static String signal(String facts, Observation picked, String title) {
    return """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"%s",
         "evidence":[{"id":"%s","sort":"%s","on":"%s","title":"%s"}]}"""
        .formatted(facts, picked.id(), picked.sort(), picked.on(), title);
  }

  @Test
  @Covers("S1.11")
  void whatTheHostHoldsIsKeptAsItWasCalledWhenItWasPicked() {
    plugin.school.observed(List.of(LATE));

    plugin.recorded(ANJA, signal("Kwam te laat.", LATE, "Te laat"));

    assertThat(((Signal) plugin.dossiers.all().get(0).entries().get(0).entry()).evidence())
        .containsExactly(LATE);
  }

  @Test
  void whatTheWriterDoesNotFindThereIsNoEvidence() {
    plugin.school.observed(List.of(LATE));

    assertThat(plugin.record(ANJA, signal("x", LATE, "Mishandeld")))
        .as("in other words")
        .isEqualTo(invalid());
    assertThat(plugin.record(NORA, signal("x", LATE, "Te laat")))
        .as("whom the host does not show it")
        .isEqualTo(invalid());
    assertThat(plugin.dossiers.all()).isEmpty();
  }

  @Test
  @Covers("A.12.27")
  void whatWasPickedStaysWhenTheSignalIsPutRightAndTheHostLostIt() {
    plugin.school.observed(List.of(LATE));
    String recorded = plugin.recorded(ANJA, signal("Kwam te laat.", LATE, "Te laat"));
    plugin.school.observed(List.of());

    plugin.recorded(
        ANJA,
        """
        {"kind":"Correction","entry":"%s","reason":"Preciezer.","corrected":%s}"""
            .formatted(recorded, signal("Kwam twintig minuten te laat.", LATE, "Te laat")));

    assertThat(plugin.record(ANJA, signal("x", LATE, "Mishandeld"))).isEqualTo(invalid());
  }

  @Test
  void whoMayRecordNoSignalIsToldOfNothing() {
    plugin.school.observed(List.of(LATE));

    assertThat(plugin.choices.observations(plugin.school.caller(ANJA))).hasValue(List.of(LATE));
    assertThat(plugin.choices.observations(plugin.school.caller(VERA))).isEmpty();
  }

  private static Outcome invalid() {
    return new Outcome.Invalid(List.of(new Fault("/evidence/0", "observation.unknown")));
  }
}
