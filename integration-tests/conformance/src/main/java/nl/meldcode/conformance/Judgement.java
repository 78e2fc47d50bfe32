package nl.meldcode.conformance;

import java.util.List;
import java.util.Optional;
import nl.meldcode.conformance.Verdict.Outcome;

/**
 * All verdicts on a host.
 *
 * @param left ids of entries that the host would not remove again
 */
record Judgement(List<Verdict> verdicts, List<String> left) {

  /** The level to which every rule holds; empty when not even the first. */
  Optional<Level> reached() {
    Optional<Level> reached = Optional.empty();
    for (Level level : Level.values()) {
      if (!holds(level)) {
        return reached;
      }
      reached = Optional.of(level);
    }
    return reached;
  }

  /**
   * A rule of the first level may concern what this host does not offer. A higher level is about
   * what is offered, so there it all must have been seen.
   */
  private boolean holds(Level level) {
    return verdicts.stream()
        .filter(one -> one.rule().level() == level)
        .allMatch(
            one ->
                one.outcome() == Outcome.PASSED
                    || (level == Level.TABS && one.outcome() != Outcome.FAILED));
  }

  long count(Outcome outcome) {
    return verdicts.stream().filter(one -> one.outcome() == outcome).count();
  }

  boolean isGood() {
    return count(Outcome.FAILED) == 0 && left.isEmpty();
  }
}
