package nl.meldcode.application.port;

import nl.meldcode.domain.school.Mergers;

/** The mergers of schools as the host last said them. Safe for use by several threads. */
public interface SchoolMergers {
  /** Those known now. */
  Mergers now();

  /**
   * From now on these.
   *
   * @throws StoreUnavailable when they cannot be written; then the earlier ones count
   */
  void keep(Mergers mergers);
}
