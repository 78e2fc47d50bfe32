package nl.meldcode.application.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by route and status: the template of a route, never an address, which holds ids.
 * Safe for many threads.
 */
public final class Traffic {
  /** The upper ends of the buckets of the histogram, in milliseconds. */
  public static final List<Integer> BUCKETS = List.of(10, 25, 50, 100, 300, 1_000, 3_000, 10_000);

  private final Map<Route, Counts> routes = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();

  /** What is counted together. */
  public record Route(String template, int status) implements Comparable<Route> {
    @Override
    public int compareTo(Route other) {
      int byTemplate = template.compareTo(other.template);
      return byTemplate != 0 ? byTemplate : Integer.compare(status, other.status);
    }
  }

  /**
   * What was counted of one route and status.
   *
   * @param within how many took no longer than each of the buckets
   */
  public record Counted(long count, long millis, List<Long> within) {
    public Counted {
      within = List.copyOf(within);
    }
  }

  private static final class Counts {
    private final LongAdder count = new LongAdder();
    private final LongAdder millis = new LongAdder();
    private final List<LongAdder> within = BUCKETS.stream().map(bucket -> new LongAdder()).toList();

    Counted now() {
      return new Counted(count.sum(), millis.sum(), within.stream().map(LongAdder::sum).toList());
    }
  }

  /** A request was answered. */
  public void answered(String template, int status, Duration took) {
    Counts counts = routes.computeIfAbsent(new Route(template, status), route -> new Counts());
    long millis = took.toMillis();
    counts.count.increment();
    counts.millis.add(millis);
    for (int i = 0; i < BUCKETS.size(); i++) {
      if (millis <= BUCKETS.get(i)) {
        counts.within.get(i).increment();
      }
    }
  }

  /** A request was told to come back, as too many came at once. */
  public void refused() {
    refused.increment();
  }

  /** How many were so far. */
  public long refusals() {
    return refused.sum();
  }

  /** All counts so far, by route. */
  public Map<Route, Counted> counted() {
    Map<Route, Counted> all = new TreeMap<>();
    routes.forEach((route, counts) -> all.put(route, counts.now()));
    return all;
  }
}
