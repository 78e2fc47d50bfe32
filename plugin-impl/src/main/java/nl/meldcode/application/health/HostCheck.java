package nl.meldcode.application.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/** Asks the host what it can, and remembers that for who wants to know. */
public final class HostCheck implements Check {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration TOO_LONG = Duration.ofHours(4);
  private final Supplier<HostCapabilities> ask;
  private final Supplier<HostSight> sight;
  private volatile @Nullable HostCapabilities known;

  /** Takes what asks it, and what was noticed meanwhile. */
  public HostCheck(Supplier<HostCapabilities> ask, Supplier<HostSight> sight) {
    this.ask = ask;
    this.sight = sight;
  }

  @Override
  public Health look() {
    try {
      known = ask.get();
    } catch (HostUnavailable | HostRefused e) {
      // What was noticed says so, too.
    }
    HostSight seen = sight.get();
    if (seen.sinceAnswer().isEmpty()) {
      return Health.warn(Part.HOST, "never");
    }
    Duration ago = seen.sinceAnswer().get();
    String minutes = Long.toString(ago.toMinutes());
    if (ago.compareTo(TOO_LONG) > 0) {
      return Health.critical(Part.HOST, "away", minutes);
    }
    if (ago.compareTo(LONG) > 0) {
      return Health.warn(Part.HOST, "away", minutes);
    }
    return seen.open() > 0
        ? Health.warn(Part.HOST, "circuit", Integer.toString(seen.open()))
        : Health.ok(Part.HOST);
  }

  /** What it can, as it said last; empty when it never did. */
  public Optional<HostCapabilities> capabilities() {
    return Optional.ofNullable(known);
  }
}
