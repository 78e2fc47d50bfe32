package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Certificate;

/**
 * Destroys dossiers and entries for good, and keeps the certificates. Safe for use by several
 * threads.
 */
public interface Erasures {
  /**
   * Destroys the key and the content of a dossier, with all that was kept beside it; or the content
   * and the files of the entries that the certificate names. The certificate is on disk before
   * anything is destroyed; what a crash interrupts is finished at the next start, and what an older
   * copy of the data brings back is destroyed again.
   *
   * @throws StoreUnavailable when that cannot be done now
   */
  void erase(SchoolId school, Certificate certificate);

  /** The certificates of a school, oldest first. */
  List<Certificate> of(SchoolId school);
}
