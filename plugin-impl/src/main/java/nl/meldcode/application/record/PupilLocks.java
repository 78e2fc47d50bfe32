package nl.meldcode.application.record;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.meldcode.api.PupilId;

/**
 * Lets one request at a time record about a pupil, so that two first signals cannot begin two
 * dossiers. A fixed number of locks: two pupils may share one. Several are taken in one order, so
 * that nobody waits in a circle.
 */
final class PupilLocks {
  private static final int LOCKS = 64;
  private final List<Lock> locks =
      IntStream.range(0, LOCKS).<Lock>mapToObj(i -> new ReentrantLock()).toList();

  <T> T holding(Collection<PupilId> pupils, Supplier<T> work) {
    List<Lock> held =
        pupils.stream()
            .map(pupil -> Math.floorMod(pupil.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .map(locks::get)
            .toList();
    held.forEach(Lock::lock);
    try {
      return work.get();
    } finally {
      held.forEach(Lock::unlock);
    }
  }
}
