package nl.meldcode.domain.linking;

import java.util.Collection;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.LinkKind;

/**
 * A dossier belongs together with another one.
 *
 * @param other with {@link LinkKind#SAME_PUPIL} the dossier itself
 * @param pupil of the other; with {@link LinkKind#SAME_PUPIL} the registration that came in the
 *     place of the dossier's own
 */
public record Link(LinkKind kind, DossierId other, PupilId pupil) {
  /** Whether it is among these; the other may stand under another registration by now. */
  public boolean isAmong(Collection<Link> links) {
    return links.stream()
        .filter(one -> one.kind() == kind && one.other().equals(other))
        .anyMatch(one -> kind != LinkKind.SAME_PUPIL || one.pupil().equals(pupil));
  }
}
