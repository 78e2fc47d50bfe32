package nl.meldcode.application.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of closed sets, such as {@code choice.route.HOME}, found by the names in the set. */
final class Families {
  private final Map<String, Set<String>> constants = new TreeMap<>();
  private final Map<String, String> texts;

  Families(Map<String, String> texts) {
    this.texts = texts;
    texts.keySet().stream().filter(Families::isWordOfASet).forEach(this::add);
  }

  private static boolean isWordOfASet(String key) {
    return key.matches(
        "(choice\\.\\w+|guardian\\.status|method|topic|point|criterion)\\.[A-Z][A-Z0-9_]*");
  }

  private void add(String key) {
    int last = key.lastIndexOf('.');
    constants
        .computeIfAbsent(key.substring(0, last), family -> new HashSet<>())
        .add(key.substring(last + 1));
  }

  /**
   * The word for a constant, from the family that knows its name and fits its enum best: a form may
   * offer fewer than all of them.
   *
   * @throws IllegalStateException when no family does
   */
  String word(Enum<?> constant) {
    Set<String> all =
        Stream.of(constant.getDeclaringClass().getEnumConstants())
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());
    return constants.entrySet().stream()
        .filter(family -> family.getValue().contains(constant.name()))
        .min(Comparator.comparingLong(family -> difference(all, family.getValue())))
        .map(family -> texts.get(family.getKey() + "." + constant.name()))
        .orElseThrow(() -> new IllegalStateException("no word for " + constant.name()));
  }

  private static long difference(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return one.size() + other.size() - 2 * shared;
  }
}
