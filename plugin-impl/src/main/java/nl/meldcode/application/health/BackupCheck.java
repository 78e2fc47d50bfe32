package nl.meldcode.application.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.meldcode.application.port.LastBackup;
import org.jspecify.annotations.Nullable;

/** Whether there is a backup of last night. */
public final class BackupCheck implements Check {
  private static final Duration OLD = Duration.ofHours(26);
  private static final Duration TOO_OLD = Duration.ofHours(74);
  private final @Nullable LastBackup backup;
  private final Clock clock;
  private final Instant startedAt;

  /** Takes what makes them; null when nothing does. */
  public BackupCheck(@Nullable LastBackup backup, Clock clock) {
    this.backup = backup;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public Health look() {
    LastBackup made = backup;
    if (made == null) {
      return Health.warn(Part.BACKUP, "none");
    }
    Instant good = made.goodAsOf().orElse(startedAt);
    Duration age = Duration.between(good, clock.instant());
    String hours = Long.toString(age.toHours());
    if (age.compareTo(TOO_OLD) > 0) {
      return Health.critical(Part.BACKUP, "old", hours);
    }
    if (made.state() == LastBackup.State.FAILED) {
      return Health.critical(Part.BACKUP, "failed");
    }
    if (made.goodAsOf().isEmpty()) {
      return Health.warn(Part.BACKUP, "first");
    }
    return age.compareTo(OLD) > 0
        ? Health.warn(Part.BACKUP, "old", hours)
        : Health.ok(Part.BACKUP, hours);
  }
}
