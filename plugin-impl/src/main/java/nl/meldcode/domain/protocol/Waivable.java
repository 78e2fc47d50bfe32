package nl.meldcode.domain.protocol;

import java.util.Optional;
import java.util.Set;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.StepWaiver;
import nl.meldcode.domain.entry.WaiverGround;
import org.jspecify.annotations.Nullable;

/**
 * On which grounds a step can be left out, and by whom (S3.12; A.12, 18).
 *
 * @param after only once an entry of this kind stands; null when at any time (A.12, 18)
 * @param until an entry of this kind after the waiver ends it: then the step was taken after all
 */
public record Waivable(Set<WaiverGround> grounds, Set<Role> by, @Nullable Kind after, Kind until) {
  public Waivable {
    grounds = Set.copyOf(grounds);
    by = Set.copyOf(by);
  }

  Optional<Stated<StepWaiver>> waiver(Step step, Facts facts) {
    return facts.dossier().all(StepWaiver.class).stream()
        .filter(one -> one.entry().step() == step)
        .filter(one -> grounds.contains(one.entry().ground()))
        .filter(one -> by.contains(one.recorded().role()))
        .filter(one -> inTurn(one.recorded(), facts))
        .filter(one -> !facts.dossier().hasAfter(one.recorded(), kind -> kind == until))
        .reduce((first, last) -> last);
  }

  private boolean inTurn(Recorded waiver, Facts facts) {
    return after == null
        || facts.dossier().entries().stream()
            .anyMatch(one -> one.entry().kind() == after && one.seq() < waiver.seq());
  }
}
