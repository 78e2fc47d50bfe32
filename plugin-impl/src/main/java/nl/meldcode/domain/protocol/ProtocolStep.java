package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Step;
import org.jspecify.annotations.Nullable;

/**
 * One of the five steps of a protocol, or what follows a report.
 *
 * @param responsible the roles that the protocol makes responsible for it
 * @param waivable null when it can never be left out
 */
public record ProtocolStep(
    Step step, Set<Role> responsible, List<Demand> demands, @Nullable Waivable waivable) {
  public ProtocolStep {
    responsible = Set.copyOf(responsible);
    demands = List.copyOf(demands);
  }

  /** Key of its title. */
  public String titleKey() {
    return "step." + step.id();
  }
}
