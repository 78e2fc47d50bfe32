package nl.meldcode.domain.protocol;

import java.util.List;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;

/** {@code atLeast}: a consultation of that level or a higher one (S2.5 to S2.7). */
public record AtLeast(ConsultLevel level) implements Requirement {
  @Override
  public List<Lack> lacks(Facts facts) {
    return Requirement.unless(
        facts.dossier().all(Consultation.class).stream()
            .anyMatch(one -> one.entry().level().satisfies(level)));
  }
}
