package nl.meldcode.application.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;

/** Whether keys are there, are private, and open what they sealed. */
public final class KeysCheck implements Check {
  private static final Duration PATIENCE = Duration.ofMinutes(40);
  private final Path data;
  private final Predicate<Path> isPrivate;
  private final Runnable sealAndOpen;
  private final Clock clock;

  /**
   * Takes where to look.
   *
   * @param isPrivate whether nobody but its owner may read a file
   * @param sealAndOpen throws StoreUnavailable or Tampered when it cannot
   */
  public KeysCheck(Path data, Predicate<Path> isPrivate, Runnable sealAndOpen, Clock clock) {
    this.data = data;
    this.isPrivate = isPrivate;
    this.sealAndOpen = sealAndOpen;
    this.clock = clock;
  }

  @Override
  public Health look() {
    Path admin = data.resolve("keys/admin.key");
    if (!Files.exists(admin)) {
      return Health.critical(Part.KEYS, "missing");
    }
    if (!isPrivate.test(admin)) {
      return Health.critical(Part.KEYS, "public");
    }
    try {
      sealAndOpen.run();
    } catch (StoreUnavailable | Tampered e) {
      return Health.critical(Part.KEYS, "closed");
    }
    return isAskedInVain(data.resolve("keys/rotate"))
        ? Health.warn(Part.KEYS, "rotation")
        : Health.ok(Part.KEYS);
  }

  private boolean isAskedInVain(Path asked) {
    try {
      if (!Files.exists(asked)) {
        return false;
      }
      Instant since = Files.getLastModifiedTime(asked).toInstant();
      return Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
