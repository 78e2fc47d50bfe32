package nl.meldcode.adapter.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a host answered last, and how far its clock was from this machine's then. The machine's own
 * clock is what the host's is held against, whatever time is lent to the plugin.
 */
final class Seen {
  private static final Clock MACHINE = Clock.systemUTC();
  private volatile @Nullable Last last;

  private record Last(long at, @Nullable Duration skew) {}

  /** An answer came with these headers. */
  void answered(HttpHeaders headers) {
    Duration skew = headers.firstValue("Date").map(Seen::skew).orElse(null);
    Last before = last;
    last = new Last(System.nanoTime(), skew == null && before != null ? before.skew() : skew);
  }

  Optional<Duration> sinceAnswer() {
    Last seen = last;
    return seen == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(System.nanoTime() - seen.at()));
  }

  Optional<Duration> skew() {
    Last seen = last;
    return seen == null ? Optional.empty() : Optional.ofNullable(seen.skew());
  }

  private static @Nullable Duration skew(String date) {
    try {
      Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return Duration.between(theirs, MACHINE.instant()).abs();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
