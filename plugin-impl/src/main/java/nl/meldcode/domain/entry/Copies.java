package nl.meldcode.domain.entry;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies; what was not given is empty. */
final class Copies {
  private Copies() {}

  static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  static <T> Set<T> set(@Nullable Set<T> given) {
    return given == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(given));
  }
}
