package nl.meldcode.adapter.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The last good answer for each of the keys asked for most recently: asked again after a minute,
 * and given with its age while the host is down, until it is too old to decide on. One thread asks
 * for a key, others wait for its answer.
 */
public final class LastGood<K, V> {
  /** An answer younger than this is given without asking. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  /** An answer older than this is not given. */
  public static final Duration OLDEST = Duration.ofHours(12);

  /** After a failure nobody asks for this long: who waited for the failed call would fail too. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final Clock clock;
  private final BiPredicate<V, V> credible;
  private final Map<K, Slot<V>> slots;
  private long expiries;
  private final Object[] stripes = IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

  /** Keeps the answers for that many keys, and believes all of them. */
  public LastGood(Clock clock, int capacity) {
    this(clock, capacity, (before, now) -> true);
  }

  /**
   * Keeps the answers for that many keys.
   *
   * @param credible whether an answer can follow the one before; when not, that one stands with its
   *     age, as if the host had not answered, until it is too old to say anything
   */
  public LastGood(Clock clock, int capacity, BiPredicate<V, V> credible) {
    this.clock = clock;
    this.credible = credible;
    this.slots =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** An answer and its moment. */
  public record Aged<V>(V value, Instant asOf) {}

  private record Slot<V>(@Nullable Aged<V> good, @Nullable Instant failedAt, boolean expired) {
    Slot<V> asExpired() {
      return new Slot<>(good, failedAt, true);
    }
  }

  /**
   * Asks again next time; what was said before is kept for when that fails. An answer that is under
   * way now may be from before, so it counts as said before too.
   */
  public void expire() {
    synchronized (slots) {
      expiries++;
      slots.replaceAll((key, slot) -> slot.asExpired());
    }
  }

  /**
   * The answer, from memory or from the host.
   *
   * @throws HostUnavailable when the host is down and no answer is young enough
   * @throws HostRefused when the host says no; then what it said before is forgotten
   */
  public Aged<V> get(K key, Function<K, V> host) {
    Slot<V> slot = slot(key);
    Aged<V> fresh = fresh(slot);
    if (fresh != null) {
      return fresh;
    }
    synchronized (stripes[Math.floorMod(key.hashCode(), stripes.length)]) {
      return ask(key, host);
    }
  }

  /**
   * What was said last, without waiting for the host, which is asked afterwards where it would have
   * been asked now; the first time for a key it is waited for all the same.
   *
   * @param later runs what asks; an answer that does not come leaves the last one with its age
   */
  public Aged<V> last(K key, Function<K, V> host, Executor later) {
    Slot<V> slot = slot(key);
    Aged<V> known = slot == null ? null : slot.good();
    if (known == null || !within(OLDEST, known.asOf())) {
      return get(key, host);
    }
    if (fresh(slot) == null) {
      later.execute(() -> renew(key, host));
    }
    return known;
  }

  private void renew(K key, Function<K, V> host) {
    try {
      get(key, host);
    } catch (HostUnavailable | HostRefused e) {
      // Who waits for a fresh answer is told; here nobody does.
    }
  }

  private Aged<V> ask(K key, Function<K, V> host) {
    Slot<V> slot = slot(key);
    Aged<V> known = slot == null ? null : slot.good();
    Aged<V> fresh = fresh(slot);
    if (fresh != null) {
      return fresh;
    }
    if (slot != null && slot.failedAt() != null && within(PAUSE, slot.failedAt())) {
      return stale(known, new HostUnavailable("asked a moment ago"));
    }
    long before = expiries();
    Instant asked = clock.instant();
    try {
      Aged<V> good = new Aged<>(believed(known, host.apply(key)), asked);
      put(key, new Slot<>(good, null, false), before);
      return good;
    } catch (HostUnavailable e) {
      put(key, new Slot<>(known, asked, slot != null && slot.expired()), before);
      return stale(known, e);
    } catch (HostRefused e) {
      put(key, new Slot<>(null, asked, false), before);
      throw e;
    }
  }

  private @Nullable Aged<V> fresh(@Nullable Slot<V> slot) {
    return slot != null
            && slot.good() != null
            && !slot.expired()
            && within(FRESH, slot.good().asOf())
        ? slot.good()
        : null;
  }

  private V believed(@Nullable Aged<V> known, V answer) {
    if (known != null && within(OLDEST, known.asOf()) && !credible.test(known.value(), answer)) {
      throw new HostUnavailable("ALARM: the answer cannot follow the one before");
    }
    return answer;
  }

  private Aged<V> stale(@Nullable Aged<V> known, HostUnavailable otherwise) {
    if (known == null || !within(OLDEST, known.asOf())) {
      throw otherwise;
    }
    return known;
  }

  /**
   * A moment in the future is not within: the clock was set back, so nothing is known of its age.
   */
  private boolean within(Duration age, Instant since) {
    Duration passed = Duration.between(since, clock.instant());
    return !passed.isNegative() && passed.compareTo(age) <= 0;
  }

  private @Nullable Slot<V> slot(K key) {
    synchronized (slots) {
      return slots.get(key);
    }
  }

  private long expiries() {
    synchronized (slots) {
      return expiries;
    }
  }

  private void put(K key, Slot<V> slot, long before) {
    synchronized (slots) {
      slots.put(key, before == expiries ? slot : slot.asExpired());
    }
  }
}
