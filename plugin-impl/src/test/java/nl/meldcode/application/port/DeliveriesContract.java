package nl.meldcode.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.meldcode.application.port.Deliveries.Pending;
import nl.meldcode.application.port.Deliveries.State;
import org.junit.jupiter.api.Test;

/** What every keeper of delivery cursors promises. */
public abstract class DeliveriesContract {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final NewEntries entries = NewEntries.at("99AA");

  /** The deliveries under test, about {@link #dossiers()}. */
  protected abstract Deliveries deliveries();

  /** Dossiers, empty at the start of each test. */
  protected abstract Dossiers dossiers();

  @Test
  void whatWasRecordedIsDueUntilItIsDelivered() {
    assertThat(deliveries().due(NOW, 9)).isEmpty();
    dossiers().append(entries.signal("a"));
    dossiers().append(entries.signal("b"));
    assertThat(deliveries().due(NOW, 9)).containsExactly(pending(0, 0));
    deliveries().advance(entries.school(), entries.dossier(), 1, NOW, true);
    assertThat(deliveries().due(NOW, 9)).containsExactly(pending(1, 0));
    deliveries().advance(entries.school(), entries.dossier(), 2, NOW, false);
    assertThat(deliveries().due(NOW, 9)).isEmpty();
    assertThat(state()).isEqualTo(new State(2, Map.of(1L, NOW), null));
    dossiers().append(entries.signal("c"));
    assertThat(deliveries().due(NOW, 9)).containsExactly(pending(2, 0));
  }

  @Test
  void aFailedAttemptWaitsAndSuccessForgetsIt() {
    dossiers().append(entries.signal("a"));
    dossiers().append(entries.signal("b"));
    deliveries().retry(entries.school(), entries.dossier(), 3, NOW.plusMillis(1));
    assertThat(deliveries().due(NOW, 9)).isEmpty();
    assertThat(deliveries().due(NOW.plusMillis(1), 9)).containsExactly(pending(0, 3));
    deliveries().advance(entries.school(), entries.dossier(), 1, NOW, true);
    assertThat(deliveries().due(NOW, 9)).containsExactly(pending(1, 0));
  }

  @Test
  void aParkedDossierWaitsForAPersonAndDelaysNobodyElse() {
    NewEntries other = NewEntries.at("99BB");
    dossiers().append(entries.signal("a"));
    dossiers().append(other.signal("a"));
    deliveries().park(entries.school(), entries.dossier(), "refused", NOW);
    assertThat(deliveries().due(NOW, 9))
        .containsExactly(new Pending(other.school(), other.dossier(), 0, 0));
    assertThat(state().parked()).isEqualTo("refused");
    deliveries().resume(entries.school(), entries.dossier());
    assertThat(state().parked()).isNull();
    assertThat(deliveries().due(NOW, 9)).hasSize(2).contains(pending(0, 0));
    assertThat(deliveries().due(NOW, 1)).hasSize(1);
  }

  private State state() {
    return deliveries().state(entries.school(), entries.dossier());
  }

  private Pending pending(long cursor, int attempts) {
    return new Pending(entries.school(), entries.dossier(), cursor, attempts);
  }
}
