package nl.meldcode.application.health;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at all parts, one after another, and remembers what it saw: who asks is answered from
 * memory, so that no request waits for a disk or a host (R18).
 */
public final class CheckUp {
  private final Map<Part, Check> checks;
  private final Clock clock;
  private volatile Report last;

  /** Takes a check per part; saw nothing yet. */
  public CheckUp(Map<Part, Check> checks, Clock clock) {
    this.checks = Map.copyOf(checks);
    this.clock = clock;
    last = new Report(clock.instant(), List.of());
  }

  /** Looks at everything now. */
  public synchronized Report look() {
    List<Health> all = new ArrayList<>();
    for (Part part : Part.values()) {
      Check check = checks.get(part);
      if (check != null) {
        all.add(looked(part, check));
      }
    }
    last = new Report(clock.instant().truncatedTo(ChronoUnit.SECONDS), all);
    return last;
  }

  /** What was seen last. */
  public Report last() {
    return last;
  }

  // A check that breaks is a part that does not work; the others are still looked at.
  @SuppressWarnings("IllegalCatch")
  private static Health looked(Part part, Check check) {
    try {
      return check.look();
    } catch (RuntimeException | Error e) {
      return Health.critical(part, Health.BROKEN, e.getClass().getSimpleName());
    }
  }
}
