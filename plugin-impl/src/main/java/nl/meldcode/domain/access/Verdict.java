package nl.meldcode.domain.access;

import java.util.Set;

/** The answer to "may this person do this", with the rule that gave it. */
public sealed interface Verdict {
  /** Id of the rule, such as {@code WEIGH.IB}; goes into the access log. */
  String rule();

  /** Whether the action may go on. */
  boolean permitted();

  /** Allowed in the given role; an entry is recorded under it. */
  record Permit(String rule, Role role) implements Verdict {
    @Override
    public boolean permitted() {
      return true;
    }
  }

  /** Not allowed; {@code mayAct} names the roles that may, for the message to the person. */
  record Deny(String rule, Set<Role> mayAct) implements Verdict {
    public Deny {
      mayAct = Set.copyOf(mayAct);
    }

    @Override
    public boolean permitted() {
      return false;
    }
  }
}
