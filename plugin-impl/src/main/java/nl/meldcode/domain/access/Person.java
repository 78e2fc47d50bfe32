package nl.meldcode.domain.access;

import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;

/** A member of staff who asks for something, with the roles held at that school now. */
public record Person(StaffId id, SchoolId school, Set<Role> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }
}
