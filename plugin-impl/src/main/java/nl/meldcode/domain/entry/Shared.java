package nl.meldcode.domain.entry;

import java.util.UUID;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * What can be about several pupils at once (O14; A.12, 25). It is recorded once and kept in the
 * dossier of each, and there it holds only what concerns that pupil.
 */
public sealed interface Shared extends Entry permits Consultation, Incident, Weighing {
  /** The incident it is about; null when it is about one pupil. */
  @Nullable UUID incident();

  /** What of it goes into the dossier of that pupil. */
  Shared partOf(PupilId pupil);
}
