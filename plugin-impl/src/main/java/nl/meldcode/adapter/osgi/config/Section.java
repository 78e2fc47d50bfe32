package nl.meldcode.adapter.osgi.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meldcode.adapter.osgi.config.Key.Amount;
import org.jspecify.annotations.Nullable;

/** One configuration, line by line; what is wrong with it goes to a list that others share. */
final class Section {
  private static final int LONGEST = 200;

  /** What is no name of a file may be the secret itself. */
  private static final Set<String> NO_FILE = Set.of("relative", "no-path", "many");

  private final String pid;
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final Set<String> wrong = new HashSet<>();
  private final List<Fault> faults;

  Section(Schema schema, Map<String, ?> given, List<Fault> faults) {
    this.faults = faults;
    pid =
        String.valueOf(given.containsKey("service.pid") ? given.get("service.pid") : schema.pid());
    for (Key key : schema.keys()) {
      keys.put(key.name(), key);
      read(key, words(key, given.get(key.name())));
    }
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeIf(name -> keys.containsKey(name) || isOfTheFramework(name));
    unknown.forEach(name -> faults.add(new Fault(pid, name, null, "unknown", "")));
  }

  /** What the framework and whoever installs files add has dots or colons in its name. */
  private static boolean isOfTheFramework(String name) {
    return name.contains(".") || name.contains(":");
  }

  private void read(Key key, List<String> given) {
    if (given.isEmpty()) {
      String standard = key.standard();
      if (standard == null) {
        fault(key.name(), "missing");
      }
      values.put(
          key.name(), standard == null || standard.isEmpty() ? List.of() : List.of(standard));
      return;
    }
    values.put(key.name(), given);
    if (key.amount() == Amount.ONE && given.size() > 1) {
      fault(key.name(), "many");
      return;
    }
    for (String value : given) {
      Optional<String> fault = key.form().wrong(value);
      if (fault.isPresent()) {
        fault(key.name(), fault.get(), value);
        return;
      }
    }
  }

  private static List<String> words(Key key, @Nullable Object value) {
    List<String> words = new ArrayList<>();
    for (Object each : each(value)) {
      String text = String.valueOf(each);
      String[] parts =
          key.amount() == Amount.WORDS ? text.split("[,\\s]+", -1) : new String[] {text};
      Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()).forEach(words::add);
    }
    return List.copyOf(words);
  }

  private static List<?> each(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Object[] many) {
      return Arrays.asList(many);
    }
    return value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
  }

  /** Whether these lines are right, so that they may be compared. */
  boolean right(String... names) {
    return Arrays.stream(names).noneMatch(wrong::contains);
  }

  boolean has(String name) {
    return !texts(name).isEmpty();
  }

  String text(String name) {
    List<String> all = texts(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  List<String> texts(String name) {
    return values.getOrDefault(name, List.of());
  }

  void fault(String name, String what) {
    fault(name, what, text(name));
  }

  private void fault(String name, String what, String value) {
    Key key = keys.get(name);
    if (key == null) {
      throw new IllegalArgumentException("no line " + name);
    }
    boolean secret = key.form() == Forms.SECRET_FILE && NO_FILE.contains(what);
    boolean shown = key.shown() && !secret && !what.equals("address-extra") && !value.isEmpty();
    wrong.add(name);
    faults.add(new Fault(pid, name, shown ? onOneLine(value) : null, what, key.standard()));
  }

  private static String onOneLine(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
