package nl.meldcode.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Deliveries.Pending;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;

/**
 * Brings to the host what belongs there, entry by entry in the order of each dossier. What cannot
 * be brought now is tried again for as long as it takes, and at once when a host that was away is
 * back; what the host will never take waits for a person, and later entries of that dossier with
 * it. Other dossiers go on.
 */
public final class RelayToHost {
  static final int BATCH = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Deliveries deliveries;
  private final Dossiers dossiers;
  private final HostDelivery delivery;
  private final Clock clock;
  private final RandomGenerator jitter;

  /** Whether nothing came through when it was last tried, and whether that is over. */
  private boolean away;

  private boolean back;

  /** Takes what it needs; {@code jitter} spreads the attempts after an outage. */
  public RelayToHost(
      Deliveries deliveries,
      Dossiers dossiers,
      HostDelivery delivery,
      Clock clock,
      RandomGenerator jitter) {
    this.deliveries = deliveries;
    this.dossiers = dossiers;
    this.delivery = delivery;
    this.clock = clock;
    this.jitter = jitter;
  }

  /**
   * Tries once what is due. For one thread at a time.
   *
   * @return whether there may be more that is due now
   * @throws StoreUnavailable when the cursor cannot be read or moved; nothing is lost by that
   */
  public boolean run() {
    Instant now = clock.instant();
    List<Pending> due = deliveries.due(back ? now.plus(LONGEST) : now, BATCH);
    int answered = 0;
    for (Pending pending : due) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      answered += deliver(pending) ? 1 : 0;
    }
    boolean full = due.size() == BATCH;
    back = answered > 0 && (away || (back && full));
    away = answered == 0 && (away || !due.isEmpty());
    return full || back;
  }

  /** False when the host was away. */
  // A defect that one dossier brings to light must not keep the others waiting (R10).
  @SuppressWarnings("IllegalCatch")
  private boolean deliver(Pending pending) {
    try {
      advance(pending);
    } catch (HostUnavailable e) {
      retry(pending);
      return false;
    } catch (HostRefused e) {
      park(pending, e.code());
    } catch (Tampered e) {
      park(pending, "damaged");
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      park(pending, "defect");
    }
    return true;
  }

  private void advance(Pending pending) {
    Optional<Dossier> found = dossiers.find(pending.school(), pending.dossier());
    for (Recorded recorded : found.map(Dossier::entries).orElse(List.of())) {
      if (recorded.seq() > pending.cursor()) {
        Optional<Dossier> still = dossiers.find(pending.school(), pending.dossier());
        if (still.isEmpty()) {
          return; // destroyed meanwhile
        }
        Dossier dossier = still.get();
        boolean isThere = dossier.entry(recorded.id()).isPresent();
        boolean stored = isThere && delivery.deliver(dossier, recorded);
        deliveries.advance(
            pending.school(), pending.dossier(), recorded.seq(), clock.instant(), stored);
      }
    }
    found
        .filter(one -> one.numbered(one.version()).isEmpty())
        .ifPresent(one -> passDestroyed(pending, one.version()));
  }

  /** Nothing is left to be sent of the last entries. */
  private void passDestroyed(Pending pending, long last) {
    deliveries.advance(pending.school(), pending.dossier(), last, clock.instant(), false);
  }

  /** Attempts begin anew for each entry: some of this round may have come through. */
  private void retry(Pending pending) {
    boolean moved =
        deliveries.state(pending.school(), pending.dossier()).cursor() > pending.cursor();
    int attempts = moved ? 0 : pending.attempts();
    Instant next = clock.instant().plus(pause(attempts));
    deliveries.retry(pending.school(), pending.dossier(), attempts + 1, next);
  }

  /** Twice as long after each attempt, a quarter shorter or longer by chance. */
  private Duration pause(int attempts) {
    long doubled = SHORTEST.toMillis() << Math.min(attempts, 20);
    double spread = 0.75 + 0.5 * jitter.nextDouble();
    long millis = (long) (Math.min(doubled, LONGEST.toMillis()) * spread);
    return Duration.ofMillis(Math.max(SHORTEST.toMillis(), Math.min(millis, LONGEST.toMillis())));
  }

  private void park(Pending pending, String code) {
    deliveries.park(pending.school(), pending.dossier(), code, clock.instant());
  }
}
