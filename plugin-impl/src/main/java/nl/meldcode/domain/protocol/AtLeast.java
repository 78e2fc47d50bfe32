package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Kind;

/** {@code atLeast}: a consultation of that level or a higher one (S2.5 to S2.7). */
public record AtLeast(ConsultLevel level) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.CONSULTATION);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(
        facts.dossier().all(Consultation.class).stream()
            .anyMatch(one -> one.entry().level().satisfies(level)));
  }
}
