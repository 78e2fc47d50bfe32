package nl.meldcode.application.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.meldcode.api.StaffId;

/**
 * Counts the files that each person sends, and says when it is too many (S21). Held in the memory
 * of this process. Safe for use by several threads.
 */
public final class UploadPace {
  /** The rule in the access log. */
  static final String RULE = "UPLOADS.TOO_MANY";

  /** A file for each page of several sheets, and a few that did not work. */
  public static final int MOST = 30;

  static final Duration WITHIN = Duration.ofHours(1);

  private final LongSupplier nanos;
  private final Map<StaffId, Deque<Long>> sent = new HashMap<>();

  /** Takes a time that only goes on, such as {@link System#nanoTime()}. */
  public UploadPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts one more: how long to wait first, and then it does not count; empty when it may be. */
  synchronized Optional<Duration> waitFor(StaffId staff) {
    long now = nanos.getAsLong();
    sent.values().forEach(all -> all.removeIf(at -> now - at >= WITHIN.toNanos()));
    sent.values().removeIf(Deque::isEmpty);
    Deque<Long> own = sent.computeIfAbsent(staff, one -> new ArrayDeque<>());
    if (own.size() >= MOST) {
      return Optional.of(Duration.ofNanos(own.getFirst() + WITHIN.toNanos() - now));
    }
    own.add(now);
    return Optional.empty();
  }
}
