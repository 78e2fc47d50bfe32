package nl.meldcode.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Supplier;
import nl.meldcode.application.port.StoreUnavailable;

/**
 * A database of one of two kinds. The statements are the same for both; what differs stands behind
 * this. Safe for use by several threads.
 */
public sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
  /** What to do with a connection. */
  interface Work<T> {
    /** Does it, for one thread, until it returns. */
    T on(Statements statements) throws SQLException;
  }

  /**
   * Reads what is committed.
   *
   * @throws StoreUnavailable when it cannot
   */
  <T> T read(Work<T> work);

  /**
   * Writes; each changing statement is its own transaction, durable when it returns.
   *
   * @throws StoreUnavailable when it cannot; when the connection broke, it may have been written
   */
  <T> T write(Work<T> work);

  /**
   * Writes while nobody else, in whatever process, writes under one of these locks. What the work
   * gives is done once all of it is durable.
   *
   * @throws StoreUnavailable as {@link #write}
   */
  <T> T alone(Collection<Long> locks, Work<Supplier<T>> work);

  /**
   * Does work, whatever it reads and writes, while nobody else in any other process does work under
   * one of these locks. Threads of this process are not kept apart.
   *
   * @throws StoreUnavailable when others hold one for too long
   */
  <T> T inTurn(Collection<Long> locks, Supplier<T> work);

  /**
   * Whether this process holds that lock from now on, for as long as it lives and reaches the
   * database; of several that ask one does.
   */
  boolean holds(long lock);

  /** Whether other processes work with it too, so that nothing read before is sure to hold. */
  boolean shared();

  /** Whether it was refused since something else than the primary key has to be unique. */
  boolean isRepeated(StoreUnavailable refusal);

  /** Leaves as little of what was deleted as the database can. */
  void shrinkLog();

  /** Whether the disk failed under a write: nothing more is written until it is mended. */
  boolean broken();

  /**
   * Opens anew what is broken, lets SQLite look through all of it, and writes again only if that
   * and this look at it find nothing amiss. Nothing is done where nothing is broken.
   *
   * @throws StoreUnavailable while the disk still fails
   * @throws nl.meldcode.application.port.Tampered as the look does; nothing is written then
   */
  default void mend(Work<?> look) {}

  @Override
  void close();
}
