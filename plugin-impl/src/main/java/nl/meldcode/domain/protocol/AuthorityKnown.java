package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.family.Authority;

/**
 * {@code authorityKnown}: it is settled who has authority. No guardian known, or authority unknown,
 * is never "all have answered" (CR3).
 */
public record AuthorityKnown() implements Requirement {
  private static final String NOBODY = "nobody";

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.GUARDIAN_CONFIRMED);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    List<Lack> unknown =
        facts.family().guardians().stream()
            .filter(one -> one.authority() == Authority.UNKNOWN)
            .map(one -> Lack.of(new Argument.Person(one.id())))
            .toList();
    boolean nobody = unknown.isEmpty() && facts.family().withAuthority().isEmpty();
    return Stream.concat(
            unknown.stream(), Stream.of(Lack.plain().called(NOBODY)).filter(lack -> nobody))
        .toList();
  }

  @Override
  public Set<String> variants() {
    return Set.of("", NOBODY);
  }
}
