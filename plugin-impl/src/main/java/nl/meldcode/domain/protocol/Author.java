package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code author}: the last entry of that kind was recorded under one of these roles (S4.7). Asks
 * nothing where there is no such entry.
 */
public record Author(Kind kind, Set<Role> roles) implements Requirement {
  private static final String AUTHOR = "author";

  public Author {
    roles = Set.copyOf(roles);
  }

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(kind);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().latest(kind.type()).stream()
        .filter(one -> !roles.contains(one.recorded().role()))
        .map(one -> Lack.plain().called(AUTHOR))
        .toList();
  }

  @Override
  public Set<String> variants() {
    return Set.of(AUTHOR);
  }
}
