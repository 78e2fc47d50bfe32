package nl.meldcode.domain.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of rights: action x role -> grant. Deny by default (A.8, C.3). */
public final class AccessTable {
  private final Map<Action, Map<Role, Grant>> grants = new EnumMap<>(Action.class);

  /** Takes a copy; throws IllegalArgumentException when an action has no row. */
  public AccessTable(Map<Action, Map<Role, Grant>> rows) {
    for (Action action : Action.values()) {
      Map<Role, Grant> row = rows.get(action);
      if (row == null) {
        throw new IllegalArgumentException("no row for " + action);
      }
      grants.put(action, Map.copyOf(row));
    }
  }

  /**
   * Decides. Pure: the same question always gets the same answer.
   *
   * <p>A conflict of interest leaves only the recording of a signal or an emergency action, and
   * nothing is permitted across schools.
   */
  public Verdict decide(Person person, Action action, Circle circle) {
    if (!circle.has(Tie.SAME_SCHOOL)) {
      return new Verdict.Deny("OTHER_SCHOOL", Set.of());
    }
    if (circle.has(Tie.CONFLICT) && action != Action.SIGNAL && action != Action.EMERGENCY) {
      return new Verdict.Deny("CONFLICT_OF_INTEREST", Set.of());
    }
    for (Role role : EnumSet.allOf(Role.class)) {
      if (person.roles().contains(role) && grant(action, role).holds(circle)) {
        return new Verdict.Permit(action + "." + role, role);
      }
    }
    return new Verdict.Deny(action + ".NONE", mayAct(action));
  }

  /** The roles that can ever be permitted this action. */
  public Set<Role> mayAct(Action action) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (grant(action, role) != Grant.NEVER) {
        roles.add(role);
      }
    }
    return roles;
  }

  private Grant grant(Action action, Role role) {
    Map<Role, Grant> row = grants.get(action);
    return row == null ? Grant.NEVER : row.getOrDefault(role, Grant.NEVER);
  }
}
