package nl.meldcode.application.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this machine's clock is that of the host, whose tokens live for a minute. */
public final class ClockCheck implements Check {
  private static final Duration FAR = Duration.ofSeconds(10);
  private static final Duration TOO_FAR = Duration.ofSeconds(45);
  private final Supplier<HostSight> sight;

  /** Takes what was noticed of the host. */
  public ClockCheck(Supplier<HostSight> sight) {
    this.sight = sight;
  }

  @Override
  public Health look() {
    Optional<Duration> skew = sight.get().skew();
    if (skew.isEmpty()) {
      return Health.warn(Part.CLOCK, "unknown");
    }
    Duration far = skew.get();
    String seconds = Long.toString(far.toSeconds());
    if (far.compareTo(TOO_FAR) > 0) {
      return Health.critical(Part.CLOCK, "wrong", seconds);
    }
    return far.compareTo(FAR) > 0
        ? Health.warn(Part.CLOCK, "wrong", seconds)
        : Health.ok(Part.CLOCK, seconds);
  }
}
