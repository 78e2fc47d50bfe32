package nl.meldcode.adapter.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** The values used last, up to a number. Safe for several threads. */
final class Recent<K, V> {
  private final Map<K, V> values;
  private long removals;

  Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * The same; what is not there is looked up. It stays unless something was taken away meanwhile,
   * since that may have been this.
   */
  Optional<V> get(K key, Supplier<Optional<V>> lookUp) {
    long before;
    synchronized (this) {
      Optional<V> known = get(key);
      if (known.isPresent()) {
        return known;
      }
      before = removals;
    }
    Optional<V> found = lookUp.get();
    synchronized (this) {
      if (removals == before) {
        found.ifPresent(value -> values.put(key, value));
      }
    }
    return found;
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** Puts it in the place of what is there; nothing where nothing is. */
  synchronized void replace(K key, V value) {
    values.replace(key, value);
  }

  synchronized void removeIf(BiPredicate<K, V> gone) {
    removals++;
    values.entrySet().removeIf(entry -> gone.test(entry.getKey(), entry.getValue()));
  }
}
