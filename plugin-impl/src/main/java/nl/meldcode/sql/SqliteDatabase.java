package nl.meldcode.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.sqlite.SqliteFile;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection that writes to a file and a few that read. */
public final class SqliteDatabase implements Database {
  private static final int READERS = 4;
  private final Opening reading;
  private final Statements writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore readers = new Semaphore(READERS, true);
  private final Deque<Statements> idle = new ArrayDeque<>();
  private boolean closed;
  private volatile boolean broken;

  /** How a connection is opened. */
  private interface Opening {
    Connection open() throws SQLException;
  }

  private SqliteDatabase(Opening writing, Opening reading) throws SQLException {
    this.reading = reading;
    writer = new Statements(writing.open());
  }

  /**
   * Opens the file, or makes it, with the schema of those scripts.
   *
   * @throws nl.meldcode.application.port.StartRefused when it is damaged or of another version
   */
  public static SqliteDatabase of(Path path, String scripts) {
    SqliteFile file = new SqliteFile(path);
    file.migrate(scripts);
    try {
      SqliteDatabase opened = new SqliteDatabase(file::open, file::openForReading);
      SqliteFile.check(opened.writer.connection());
      return opened;
    } catch (SQLException e) {
      throw new StoreUnavailable("open", e);
    }
  }

  /** Opens a copy that is only looked at. */
  public static SqliteDatabase ofCopy(Path path) {
    try {
      return new SqliteDatabase(() -> SqliteCopy.open(path), () -> SqliteCopy.open(path));
    } catch (SQLException e) {
      throw new StoreUnavailable("open", e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    writing.lock();
    try {
      if (broken) {
        throw new StoreUnavailable("write", new SQLException("an earlier write failed on disk"));
      }
      return work.on(writer);
    } catch (SQLException e) {
      broken |= diskFailed(e);
      throw new StoreUnavailable("write", e);
    } finally {
      writing.unlock();
    }
  }

  /** There is one writer, so it is alone anyway. */
  @Override
  public <T> T alone(Collection<Long> locks, Work<Supplier<T>> work) {
    return write(statements -> work.on(statements).get());
  }

  /** There is one process. */
  @Override
  public <T> T inTurn(Collection<Long> locks, Supplier<T> work) {
    return work.get();
  }

  @Override
  public boolean holds(long lock) {
    return true;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public boolean isRepeated(StoreUnavailable refusal) {
    return refusal.getCause() instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
  }

  @Override
  public <T> T read(Work<T> work) {
    readers.acquireUninterruptibly();
    try {
      Statements reader = take();
      try {
        return work.on(reader);
      } finally {
        giveBack(reader);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("read", e);
    } finally {
      readers.release();
    }
  }

  @Override
  public void shrinkLog() {
    write(
        statements -> {
          SqliteFile.shrinkLog(statements.connection());
          return true;
        });
  }

  @Override
  public boolean broken() {
    return broken;
  }

  @Override
  public void close() {
    writing.lock();
    readers.acquireUninterruptibly(READERS);
    try {
      synchronized (idle) {
        closed = true;
        for (Statements reader : idle) {
          reader.close();
        }
        idle.clear();
      }
      writer.close();
    } catch (SQLException e) {
      throw new StoreUnavailable("close", e);
    } finally {
      readers.release(READERS);
      writing.unlock();
    }
  }

  private static boolean diskFailed(SQLException e) {
    int code = e instanceof SQLiteException known ? known.getResultCode().code & 0xff : 0;
    return code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private Statements take() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new SQLException("the store is closed");
      }
      Statements reader = idle.poll();
      if (reader != null) {
        return reader;
      }
    }
    return new Statements(reading.open());
  }

  private void giveBack(Statements reader) {
    synchronized (idle) {
      idle.push(reader);
    }
  }
}
