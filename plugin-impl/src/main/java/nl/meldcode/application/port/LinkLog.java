package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.linking.LinkChange;

/**
 * What was found and lost of the links of each dossier. Only added to. Safe for several threads.
 */
public interface LinkLog {
  /** Everything of one dossier, oldest first. */
  List<LinkChange> of(SchoolId school, DossierId dossier);

  /**
   * Adds a change; it is on disk when this returns.
   *
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  void add(SchoolId school, DossierId dossier, LinkChange change);
}
