package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.meldcode.sql.Database;

/**
 * Lets one at a time work about a pupil: of the threads of this process, and among nodes. A fixed
 * number of locks here: two pupils may share one. Several are taken in one order, so that nobody
 * waits in a circle.
 */
final class Turns {
  private static final int LOCKS = 64;
  private final Database database;
  private final List<Lock> locks =
      IntStream.range(0, LOCKS).<Lock>mapToObj(i -> new ReentrantLock()).toList();

  Turns(Database database) {
    this.database = database;
  }

  <T> T holding(Collection<Hash> subjects, Supplier<T> work) {
    List<Lock> held =
        subjects.stream()
            .map(subject -> Math.floorMod(subject.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .map(locks::get)
            .toList();
    held.forEach(Lock::lock);
    try {
      return database.inTurn(subjects.stream().map(Turns::number).toList(), work);
    } finally {
      held.forEach(Lock::unlock);
    }
  }

  private static long number(Hash subject) {
    return ByteBuffer.wrap(subject.bytes()).getLong();
  }
}
