package nl.meldcode.application.port;

import java.util.Optional;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.school.KeptLists;

/** The versions of the lists of each school. Safe for use by several threads. */
public interface ListsOfSchools {
  /** The version that counts now. */
  Optional<KeptLists> inForce(SchoolId school);

  /** The last version, which may still wait for approval. */
  Optional<KeptLists> latest(SchoolId school);

  /**
   * Adds a version; it is on disk when this returns true.
   *
   * @return false when there is such a version already; nothing was added
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  boolean add(SchoolId school, KeptLists lists);
}
