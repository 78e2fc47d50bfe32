package nl.meldcode.application.health;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Whether every address of the plugin is served. */
public final class PagesCheck implements Check {
  private final Set<String> expected;
  private final Supplier<Set<String>> served;

  /** Takes the addresses that there have to be, and those that there are. */
  public PagesCheck(Set<String> expected, Supplier<Set<String>> served) {
    this.expected = Set.copyOf(expected);
    this.served = served;
  }

  @Override
  public Health look() {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(served.get());
    return missing.isEmpty()
        ? Health.ok(Part.PAGES, Integer.toString(expected.size()))
        : Health.critical(Part.PAGES, "missing", String.join(", ", missing));
  }
}
