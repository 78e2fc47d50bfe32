package nl.meldcode.application.health;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Whether what has to go to the host goes. */
public final class RelayCheck implements Check {
  private static final Duration LATE = Duration.ofHours(1);
  private static final Duration TOO_LATE = Duration.ofHours(24);
  private final Supplier<Backlog> backlog;
  private final Clock clock;

  /** Takes what is waiting. */
  public RelayCheck(Supplier<Backlog> backlog, Clock clock) {
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public Health look() {
    Backlog now = backlog.get();
    Duration oldest =
        now.oldestAt().map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
    String waiting = Integer.toString(now.waiting());
    String minutes = Long.toString(oldest.toMinutes());
    if (oldest.compareTo(TOO_LATE) > 0) {
      return Health.critical(Part.RELAY, "late", waiting, minutes);
    }
    if (now.parked() > 0) {
      return Health.warn(Part.RELAY, "parked", Integer.toString(now.parked()));
    }
    return oldest.compareTo(LATE) > 0
        ? Health.warn(Part.RELAY, "late", waiting, minutes)
        : Health.ok(Part.RELAY, waiting);
  }
}
