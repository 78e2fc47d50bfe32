package nl.meldcode.application.record;

import nl.meldcode.api.PupilId;

/**
 * Lets one request at a time record about a pupil, so that two first signals cannot begin two
 * dossiers. A fixed number of locks: two pupils may share one.
 */
final class PupilLocks {
  private static final int LOCKS = 64;
  private final Object[] locks = new Object[LOCKS];

  PupilLocks() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  Object of(PupilId pupil) {
    return locks[Math.floorMod(pupil.hashCode(), LOCKS)];
  }
}
