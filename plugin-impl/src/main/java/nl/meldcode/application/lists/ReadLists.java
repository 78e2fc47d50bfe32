package nl.meldcode.application.lists;

import java.util.Optional;
import java.util.Set;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.school.KeptLists;
import org.jspecify.annotations.Nullable;

/** Shows the lists of a school to its staff, and what waits for approval to who keeps them. */
public final class ReadLists {
  private final ListsOfSchools store;
  private final Roster roster;
  private final Gate gate;

  public ReadLists(ListsOfSchools store, Roster roster, Gate gate) {
    this.store = store;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * What a visitor sees.
   *
   * @param inForce null as long as nothing was filled in
   * @param proposed a later version that waits; null when there is none, or it is not for them
   * @param gaps what the host cannot do; null while it does not say, and for who keeps no lists
   * @param seesHealth whether there is more to be read: how the plugin itself is
   * @param version number of the last version, 0 before the first: what {@code ETag} carries
   */
  public record Seen(
      @Nullable KeptLists inForce,
      @Nullable KeptLists proposed,
      @Nullable Set<Capability> gaps,
      long version,
      boolean mayMaintain,
      boolean approves,
      boolean seesHealth) {}

  /** Empty for who does not work at the school. */
  public Optional<Seen> of(Visitor visitor) {
    if (!gate.decide(visitor, Action.READ_LISTS, "lists").permitted()) {
      return Optional.empty();
    }
    boolean maintains = may(visitor, Action.MAINTAIN_LISTS);
    Optional<KeptLists> latest = store.latest(visitor.school());
    return Optional.of(
        new Seen(
            store.inForce(visitor.school()).orElse(null),
            latest.filter(one -> maintains && !one.inForce()).orElse(null),
            maintains ? gaps() : null,
            latest.map(KeptLists::version).orElse(0L),
            maintains,
            may(visitor, Action.APPROVE_LISTS),
            may(visitor, Action.READ_HEALTH)));
  }

  private boolean may(Visitor visitor, Action action) {
    return gate.policy().decide(visitor, action).permitted();
  }

  private @Nullable Set<Capability> gaps() {
    try {
      return roster.capabilities().off();
    } catch (HostUnavailable e) {
      return null;
    }
  }
}
