package nl.meldcode.domain.dossier;

import java.util.ArrayList;
import java.util.List;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;

/**
 * Under which registrations of one child at the host a dossier stands: the one it began with, and
 * those that somebody found to be the same child after the host made one of two (P6). Entries keep
 * the registration that they were recorded under, so that this can be undone.
 *
 * @param all in the order in which they came
 */
record Registrations(List<PupilId> all) {
  static Registrations of(List<Recorded> entries) {
    PupilId first = entries.get(0).pupil();
    List<PupilId> all = new ArrayList<>(List.of(first));
    for (Recorded recorded : entries) {
      if (recorded.entry() instanceof LinkDecision decision
          && decision.link() == LinkKind.SAME_PUPIL
          && decision.other().equals(recorded.dossier())
          && !recorded.pupil().equals(first)) {
        all.remove(recorded.pupil());
        if (decision.choice() == LinkDecision.Choice.CONFIRMED) {
          all.add(recorded.pupil());
        }
      }
    }
    return new Registrations(List.copyOf(all));
  }

  /** The one that counts at the host now. */
  PupilId last() {
    return all.get(all.size() - 1);
  }
}
