package nl.meldcode.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a rule found at a host. For one thread. */
final class Findings {
  private static final int MOST = 5;
  private final Set<Finding> found = new LinkedHashSet<>();
  private String nothing = "";

  /**
   * Something that is wrong.
   *
   * @param arguments that it needs: addresses, codes and names of fields, never what a field holds
   */
  record Finding(Wrong what, List<String> arguments) {}

  void add(Wrong what, Object... arguments) {
    found.add(new Finding(what, Arrays.stream(arguments).map(String::valueOf).toList()));
  }

  void unless(boolean holds, Wrong what, Object... arguments) {
    if (!holds) {
      add(what, arguments);
    }
  }

  /** Whether the answer has one of these codes; noted when it has not. */
  boolean status(Answer answer, int... wanted) {
    boolean right = IntStream.of(wanted).anyMatch(code -> code == answer.status());
    String named = IntStream.of(wanted).mapToObj(String::valueOf).collect(Collectors.joining("/"));
    unless(right, Wrong.STATUS, answer.ask(), answer.status(), named);
    return right;
  }

  /** There is nothing at this host by which the rule could be judged. */
  void nothing(String why) {
    nothing = why;
  }

  /** The first few: a vendor mends those, and looks again. */
  List<Finding> all() {
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  int more() {
    return Math.max(0, found.size() - MOST);
  }

  String why() {
    return nothing;
  }
}
