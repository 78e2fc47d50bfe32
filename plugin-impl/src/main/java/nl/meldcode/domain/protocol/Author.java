package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Kind;

/** {@code author}: the last entry of that kind was recorded under one of these roles (S4.7). */
public record Author(Kind kind, Set<Role> roles) implements Requirement {
  public Author {
    roles = Set.copyOf(roles);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(
        facts
            .dossier()
            .latest(kind.type())
            .filter(one -> roles.contains(one.recorded().role()))
            .isPresent());
  }
}
