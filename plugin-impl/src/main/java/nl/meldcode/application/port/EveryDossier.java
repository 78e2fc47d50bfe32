package nl.meldcode.application.port;

import java.util.function.Consumer;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Dossier;

/**
 * Every dossier of every school, for what counts over all of them. Safe for use by several threads.
 */
public interface EveryDossier {
  /** How many there are, those to practise on too. */
  long count();

  /**
   * Shows them one at a time in the order of their keys, each as it is at that moment: school by
   * school, as the schools were when it began. None of it is kept in memory, and nobody who works
   * waits for it.
   *
   * @param damaged is told the school of one that was tampered with, which is not shown
   * @throws StoreUnavailable when they cannot be read
   */
  void show(Consumer<Dossier> each, Consumer<SchoolId> damaged);
}
