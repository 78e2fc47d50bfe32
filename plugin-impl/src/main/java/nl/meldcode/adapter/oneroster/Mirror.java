package nl.meldcode.adapter.oneroster;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Our copy of one collection. What the server says is to be deleted goes at once; what is merely
 * missing goes only when a second reading of everything, ten minutes later or more, misses it too;
 * and a part that is empty where it was not is no answer at all (Host Connect 5).
 *
 * @param wholeAt when everything was last read
 * @param readAt when everything or what had changed was last read
 */
record Mirror<T>(
    Feed<T> feed, Map<String, Held<T>> held, @Nullable Instant wholeAt, @Nullable Instant readAt) {
  static final Duration CONFIRMED = Duration.ofMinutes(10);

  /** A copy of nothing yet. */
  Mirror(Feed<T> feed) {
    this(feed, Map.of(), null, null);
  }

  /** A row, and since when the server no longer gives it; null while it does. */
  record Held<T>(T value, @Nullable Instant missingSince) {
    @Override
    public String toString() {
      return "Held[" + missingSince + "]";
    }
  }

  /**
   * This copy after everything was read.
   *
   * @throws HostUnavailable when it is empty where it must not be; this copy then stands
   */
  Mirror<T> whole(List<Row<T>> rows, Instant now) {
    Map<String, Held<T>> next = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (Row<T> row : rows) {
      given.add(row.id());
      current(row).ifPresent(value -> next.put(row.id(), new Held<>(value, null)));
    }
    guard(next);
    held.forEach(
        (id, old) -> {
          if (!given.contains(id) && !isConfirmed(old, now)) {
            Instant since = old.missingSince() == null ? now : old.missingSince();
            next.put(id, new Held<>(old.value(), since));
          }
        });
    return new Mirror<>(feed, Map.copyOf(next), now, now);
  }

  /**
   * This copy after what had changed was read.
   *
   * @throws HostUnavailable as above
   */
  Mirror<T> changed(List<Row<T>> rows, Instant now) {
    Map<String, Held<T>> next = new HashMap<>(held);
    for (Row<T> row : rows) {
      next.remove(row.id());
      current(row).ifPresent(value -> next.put(row.id(), new Held<>(value, null)));
    }
    guard(next);
    return new Mirror<>(feed, Map.copyOf(next), wholeAt, now);
  }

  /** A row that cannot be read is there all the same: what was known of it stands. */
  private Optional<T> current(Row<T> row) {
    if (row.gone()) {
      return Optional.empty();
    }
    return row.value() == null ? value(row.id()) : Optional.of(row.value());
  }

  private static boolean isConfirmed(Held<?> old, Instant now) {
    return old.missingSince() != null && !now.isBefore(old.missingSince().plus(CONFIRMED));
  }

  private void guard(Map<String, Held<T>> next) {
    Set<String> left = parts(next);
    if (feed.needed() && next.isEmpty()) {
      throw new HostUnavailable("ALARM: " + feed.name() + " is empty; it had " + held.size());
    }
    Set<String> emptied = new HashSet<>(parts(held));
    emptied.removeAll(left);
    if (!emptied.isEmpty()) {
      throw new HostUnavailable(
          "ALARM: " + feed.name() + " has nobody left at " + emptied.size() + " of its parts");
    }
  }

  private Set<String> parts(Map<String, Held<T>> rows) {
    return rows.values().stream()
        .flatMap(one -> feed.parts().apply(one.value()).stream())
        .collect(Collectors.toSet());
  }

  Optional<T> value(String id) {
    return Optional.ofNullable(held.get(id)).map(Held::value);
  }

  @Override
  public String toString() {
    return "Mirror[" + feed.name() + ", " + held.size() + "]";
  }
}
