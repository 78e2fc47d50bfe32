package nl.meldcode.adapter.osgi;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.meldcode.adapter.osgi.config.PluginSettings.Backups;
import nl.meldcode.application.port.LastBackup;
import nl.meldcode.backup.BackupRefused;
import nl.meldcode.backup.MakeBackup;
import nl.meldcode.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup of the data every night, as the administrator wishes: the one that {@code bundle/backup}
 * makes. A night that was missed is made up for; one that failed is tried again after an hour.
 */
final class NightlyBackup implements LastBackup {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
  private static final Duration AGAIN = Duration.ofHours(1);
  private final Path data;
  private final Path target;
  private volatile Backups wish;
  private final Runnable before;
  private final Clock clock;
  private volatile State state = State.GOOD;
  private volatile @Nullable Instant good;
  private Instant notBefore = Instant.MIN;

  private NightlyBackup(Path data, Path target, Backups wish, Runnable before, Clock clock) {
    this.data = data;
    this.target = target;
    this.wish = wish;
    this.before = before;
    this.clock = clock;
    lookBack();
  }

  /** Of a folder that cannot be read now nothing is known; the plugin does not wait for it. */
  private void lookBack() {
    try {
      good = MakeBackup.newestOfData(target).orElse(null);
    } catch (BackupRefused e) {
      state = State.FAILED;
      LOG.error("backupDir cannot be read: when the last good backup was made is unknown", e);
    }
  }

  /**
   * As it is configured; a folder that cannot be read is a failed backup.
   *
   * @param before done just before each backup
   */
  static Optional<NightlyBackup> of(Path data, Backups wish, Runnable before, Clock clock) {
    Path target = wish.dir();
    return target == null
        ? Optional.empty()
        : Optional.of(new NightlyBackup(data, target, wish, before, clock));
  }

  /** Goes on with another hour and another number; the folder stays. */
  void wish(Backups other) {
    wish = other;
  }

  /** Makes one when it is time; looked at every minute. */
  boolean run() {
    Instant now = clock.instant();
    Instant last = good;
    if (now.isBefore(notBefore) || (last != null && !last.isBefore(due()))) {
      return false;
    }
    notBefore = now.plus(AGAIN);
    State ended = State.FAILED;
    try {
      before.run();
      Path made = new MakeBackup(data, target, wish.keep(), clock, Progress.UNHEARD).data();
      good = now;
      ended = State.GOOD;
      LOG.info("backup {}", made.getFileName());
    } catch (BackupRefused e) {
      LOG.error("no backup was made, the last good one is of {}", last, e);
    } finally {
      state = ended;
    }
    return false;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Optional<Instant> goodAsOf() {
    return Optional.ofNullable(good);
  }

  /** The last night's hour that has passed. */
  private Instant due() {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    ZonedDateTime today = now.with(wish.at());
    return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
  }
}
