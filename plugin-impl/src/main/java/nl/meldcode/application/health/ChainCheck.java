package nl.meldcode.application.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Whether dossiers end as they did, and how long ago that was signed. */
public final class ChainCheck implements Check {
  private static final Duration LATE = Duration.ofMinutes(40);
  private static final Duration TOO_LATE = Duration.ofHours(3);
  private final IntSupplier damaged;
  private final Supplier<Instant> signedAt;
  private final Clock clock;

  /**
   * Takes where to look.
   *
   * @param damaged the number of dossiers that are locked
   * @param signedAt when the ends were signed, or the plugin was started
   */
  public ChainCheck(IntSupplier damaged, Supplier<Instant> signedAt, Clock clock) {
    this.damaged = damaged;
    this.signedAt = signedAt;
    this.clock = clock;
  }

  @Override
  public Health look() {
    int number = damaged.getAsInt();
    if (number > 0) {
      return Health.critical(Part.CHAIN, "damaged", Integer.toString(number));
    }
    Duration ago = Duration.between(signedAt.get(), clock.instant());
    String minutes = Long.toString(ago.toMinutes());
    if (ago.compareTo(TOO_LATE) > 0) {
      return Health.critical(Part.CHAIN, "unsigned", minutes);
    }
    return ago.compareTo(LATE) > 0
        ? Health.warn(Part.CHAIN, "unsigned", minutes)
        : Health.ok(Part.CHAIN, minutes);
  }
}
