package nl.meldcode.domain.protocol;

import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.term.Term;

/**
 * Who else is told of something that is missing and stays late.
 *
 * @param after how long after the day it was due
 */
public record Escalation(Term after, Set<Role> to) {
  public Escalation {
    to = Set.copyOf(to);
  }
}
