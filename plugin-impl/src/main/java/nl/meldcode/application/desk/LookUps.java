package nl.meldcode.application.desk;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;

/**
 * Counts the different pupils whose content each person at a school was shown, and says when it is
 * too many (S19). Held in the memory of this process: who restarts the plugin begins anew, and so
 * does each node. Safe for use by several threads.
 */
public final class LookUps {
  /** The rule in the access log, by which heads and officers find who was stopped. */
  public static final String RULE = "LOOKUPS.TOO_MANY";

  /** Two large groups, one after the other: nobody at work on dossiers reads that many. */
  static final int MOST_IN_A_WHILE = 60;

  static final Duration WHILE = Duration.ofMinutes(10);

  /** A middle-sized school, once: a care coordinator who goes through all pupils takes two days. */
  static final int MOST_IN_A_DAY = 200;

  static final Duration DAY = Duration.ofHours(24);

  private final LongSupplier nanos;
  private final Map<Reader, Map<PupilId, Long>> seen = new HashMap<>();

  /** Takes a time that only goes on, such as {@link System#nanoTime()}. */
  public LookUps(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Reader(SchoolId school, StaffId staff) {}

  /**
   * Counts that this person is about to be shown this pupil: how long to wait first, and then it
   * does not count; empty when it may be now. A pupil who was shown within a day is not counted
   * again.
   */
  synchronized Optional<Duration> waitFor(SchoolId school, StaffId staff, PupilId pupil) {
    long now = nanos.getAsLong();
    Map<PupilId, Long> first =
        seen.computeIfAbsent(new Reader(school, staff), reader -> new LinkedHashMap<>());
    first.values().removeIf(at -> now - at >= DAY.toNanos());
    if (first.containsKey(pupil)) {
      return Optional.empty();
    }
    long left =
        Math.max(
            left(first.values(), now, WHILE, MOST_IN_A_WHILE),
            left(first.values(), now, DAY, MOST_IN_A_DAY));
    if (left > 0) {
      return Optional.of(Duration.ofNanos(left));
    }
    first.put(pupil, now);
    return Optional.empty();
  }

  /** How long it takes until fewer than so many of these lie within that time; 0 when now. */
  private static long left(Collection<Long> oldestFirst, long now, Duration within, int most) {
    List<Long> recent = oldestFirst.stream().filter(at -> now - at < within.toNanos()).toList();
    return recent.size() < most ? 0 : recent.get(recent.size() - most) + within.toNanos() - now;
  }
}
