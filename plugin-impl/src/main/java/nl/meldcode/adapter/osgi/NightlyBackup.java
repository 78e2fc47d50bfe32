package nl.meldcode.adapter.osgi;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.meldcode.application.port.LastBackup;
import nl.meldcode.application.port.StartRefused;
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
  private final LocalTime at;
  private final int keep;
  private final Runnable before;
  private final Clock clock;
  private volatile State state = State.GOOD;
  private volatile @Nullable Instant good;
  private Instant notBefore = Instant.MIN;

  /**
   * What the administrator wishes.
   *
   * @param dir the folder of backups; empty for none
   * @param at a time of the day such as 02:30
   * @param keep how many are kept
   */
  record Wish(String dir, String at, int keep) {}

  private NightlyBackup(Path data, Wish wish, Runnable before, Clock clock) {
    this.data = data;
    this.target = Path.of(wish.dir());
    this.at = time(wish.at());
    this.keep = wish.keep();
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
   * As it is configured.
   *
   * @param before done just before each backup
   * @throws StartRefused when the configuration says what cannot be; a folder that cannot be read
   *     is no such thing, but a failed backup
   */
  static Optional<NightlyBackup> of(Path data, Wish wish, Runnable before, Clock clock) {
    if (wish.dir().isEmpty()) {
      return Optional.empty();
    }
    if (wish.keep() < 1) {
      throw new StartRefused("backupKeep has to be 1 or more");
    }
    return Optional.of(new NightlyBackup(data, wish, before, clock));
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
      Path made = new MakeBackup(data, target, keep, clock, Progress.UNHEARD).data();
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
    ZonedDateTime today = now.with(at);
    return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new StartRefused("backupAt is no time of the day such as 02:30", e);
    }
  }
}
