package nl.meldcode.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.meldcode.application.port.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few connections to a schema of a PostgreSQL database, opened when they are needed and anew when
 * they broke. A thread that comes back while it works stays on its connection.
 */
public final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
  private static final int MOST = 8;
  private static final int PATIENCE_SECONDS = 10;
  private static final long UNCHECKED_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int CHECK_SECONDS = 2;
  private static final Duration SHRINKING = Duration.ofMinutes(10);

  private final Postgres server;
  private final Postgres.Part part;
  private final Semaphore free = new Semaphore(MOST, true);
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Map<Thread, Statements> inUse = new ConcurrentHashMap<>();
  private final Set<Long> held = new HashSet<>();
  private @Nullable Statements holding;
  private boolean closed;

  private record Idle(Statements statements, long since) {}

  private PostgresDatabase(Postgres server, Postgres.Part part) {
    this.server = server;
    this.part = part;
  }

  /**
   * Opens that part with its newest schema.
   *
   * @throws nl.meldcode.application.port.StartRefused when it cannot be used
   */
  public static PostgresDatabase of(Postgres server, Postgres.Part part) {
    server.migrate(part);
    return new PostgresDatabase(server, part);
  }

  /** What only reads is tried once more when its connection turns out to be broken. */
  @Override
  public <T> T read(Work<T> work) {
    try {
      return here(work);
    } catch (SQLException e) {
      if (!Failure.of(e).isLost() || inUse.containsKey(Thread.currentThread())) {
        throw new StoreUnavailable("read", e);
      }
      return write(work);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    try {
      return here(work);
    } catch (SQLException e) {
      throw new StoreUnavailable(Failure.of(e).why(), "write", e);
    }
  }

  @Override
  public <T> T alone(Collection<Long> locks, Work<Supplier<T>> work) {
    Supplier<T> after =
        write(
            statements ->
                statements.together(
                    inOne -> {
                      for (long lock : new TreeSet<>(locks)) {
                        inOne.of("SELECT pg_advisory_xact_lock(?)", lock).executeQuery().close();
                      }
                      return work.on(inOne);
                    }));
    return after.get();
  }

  /**
   * The work goes on on the connection that holds the locks: waiting for it takes no second one.
   */
  @Override
  public <T> T inTurn(Collection<Long> locks, Supplier<T> work) {
    return write(
        statements -> {
          try {
            for (long lock : new TreeSet<>(locks)) {
              statements.of("SELECT pg_advisory_lock(?)", lock).executeQuery().close();
            }
            return work.get();
          } finally {
            unlockAll(statements);
          }
        });
  }

  /** One that cannot say so any more gives its locks away by ending. */
  private static void unlockAll(Statements statements) {
    try {
      statements.of("SELECT pg_advisory_unlock_all()").executeQuery().close();
    } catch (SQLException e) {
      drop(statements);
    }
  }

  /** On a connection of its own: the server gives the lock away when that one ends. */
  @Override
  public synchronized boolean holds(long lock) {
    try {
      Statements known = holding;
      if (known != null && held.contains(lock) && known.connection().isValid(CHECK_SECONDS)) {
        return true;
      }
      if (known == null || !known.connection().isValid(CHECK_SECONDS)) {
        letGo();
        known = server.open(part);
        holding = known;
      }
      try (ResultSet row = known.of("SELECT pg_try_advisory_lock(?)", lock).executeQuery()) {
        return row.next() && row.getBoolean(1) && held.add(lock);
      }
    } catch (SQLException e) {
      letGo();
      throw new StoreUnavailable("lock", e);
    }
  }

  private synchronized void letGo() {
    held.clear();
    if (holding != null) {
      drop(holding);
      holding = null;
    }
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public boolean isRepeated(StoreUnavailable refusal) {
    return refusal.getCause() instanceof PSQLException e && Failure.isRepeated(e);
  }

  /** Of keys nothing stays in their table; of the rest, what the server does not overwrite. */
  @Override
  public void shrinkLog() {
    write(
        statements -> {
          Duration before = statements.waitForAnswers(SHRINKING);
          try {
            return switch (part) {
              case KEYS -> statements.run("VACUUM FULL dossier_key, school_key, admin_check");
              case STORE ->
                  statements.run(
                      "VACUUM entry, attachment, draft, link_change, emergency_access,"
                          + " emergency_review");
            };
          } finally {
            statements.waitForAnswers(before);
          }
        });
  }

  /** The server looks after its disk; what it refuses is refused once. */
  @Override
  public boolean broken() {
    return false;
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    letGo();
    dropIdle();
  }

  private <T> T here(Work<T> work) throws SQLException {
    Statements mine = inUse.get(Thread.currentThread());
    return mine != null ? on(mine, work) : onOne(work);
  }

  /** Also within a turn: what is lost there is lost for the whole of it. */
  private <T> T on(Statements one, Work<T> work) throws SQLException {
    try {
      return work.on(one);
    } catch (SQLException e) {
      if (Failure.of(e).isLost()) {
        drop(one);
        dropIdle();
      }
      throw e;
    }
  }

  private <T> T onOne(Work<T> work) throws SQLException {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLException("every connection is in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
    try {
      Statements taken = take();
      inUse.put(Thread.currentThread(), taken);
      try {
        return on(taken, work);
      } finally {
        inUse.remove(Thread.currentThread());
        giveBack(taken);
      }
    } finally {
      free.release();
    }
  }

  private Statements take() throws SQLException {
    for (Idle one = poll(); one != null; one = poll()) {
      boolean isFresh = System.nanoTime() - one.since() < UNCHECKED_NANOS;
      if (isFresh || one.statements().connection().isValid(CHECK_SECONDS)) {
        return one.statements();
      }
      // The others hang on the same server, and each would be waited for.
      drop(one.statements());
      dropIdle();
    }
    return server.open(part);
  }

  private @Nullable Idle poll() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new SQLException("the store is closed");
      }
      return idle.poll();
    }
  }

  /** One that is still in a transaction was not undone, so it is of no use any more. */
  private void giveBack(Statements taken) throws SQLException {
    boolean usable = !taken.connection().isClosed() && taken.connection().getAutoCommit();
    synchronized (idle) {
      usable &= !closed;
      if (usable) {
        idle.push(new Idle(taken, System.nanoTime()));
      }
    }
    if (!usable) {
      drop(taken);
    }
  }

  private void dropIdle() {
    Deque<Idle> all;
    synchronized (idle) {
      all = new ArrayDeque<>(idle);
      idle.clear();
    }
    all.forEach(one -> drop(one.statements()));
  }

  private static void drop(Statements statements) {
    try {
      statements.close();
    } catch (SQLException e) {
      LOG.debug("a connection did not close well", e);
    }
  }
}
