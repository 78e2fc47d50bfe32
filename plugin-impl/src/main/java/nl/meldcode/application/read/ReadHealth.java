package nl.meldcode.application.read;

import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.health.Report;
import nl.meldcode.domain.access.Action;

/**
 * Shows who looks after the plugin how it is. Nothing in it is about a person, so it is no line.
 */
public final class ReadHealth {
  private final Supplier<Report> last;
  private final Gate gate;

  /** Takes what was seen last. */
  public ReadHealth(Supplier<Report> last, Gate gate) {
    this.last = last;
    this.gate = gate;
  }

  /** Empty for who may not see it; that is logged. */
  public Optional<Report> of(Visitor visitor) {
    return gate.decide(visitor, Action.READ_HEALTH, "health").permitted()
        ? Optional.of(last.get())
        : Optional.empty();
  }
}
