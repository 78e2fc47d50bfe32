package nl.meldcode.domain.linking;

import java.util.Collection;
import java.util.UUID;
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
  private static final PupilId ANY = new PupilId(new UUID(0, 0));

  /** Without what does not make it another link: the other may stand under another registration. */
  public Link bare() {
    return kind == LinkKind.SAME_PUPIL ? this : new Link(kind, other, ANY);
  }

  /** Whether it is among these. */
  public boolean isAmong(Collection<Link> links) {
    return links.stream().map(Link::bare).anyMatch(bare()::equals);
  }
}
