package nl.meldcode.adapter.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sqlite.SqliteFile;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection that writes and a few that read. Safe for use by several threads. */
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private final SqliteFile file;
  private final Statements writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore readers = new Semaphore(READERS, true);
  private final Deque<Statements> idle = new ArrayDeque<>();
  private boolean closed;
  private volatile boolean broken;

  /** What to do with a connection. */
  interface Work<T> {
    T on(Statements statements) throws SQLException;
  }

  Database(Path path) {
    file = new SqliteFile(path);
    file.migrate("db/migration/store");
    try {
      writer = new Statements(file.open());
      SqliteFile.check(writer.connection());
    } catch (SQLException e) {
      throw new StoreUnavailable("open", e);
    }
  }

  /** Writes; each changing statement is its own transaction, durable when it returns. */
  <T> T write(Work<T> work) {
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

  /** Reads what is committed. */
  <T> T read(Work<T> work) {
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

  /** Leaves nothing in the log of writes that was deleted from the file. */
  void shrinkLog() {
    write(
        statements -> {
          SqliteFile.shrinkLog(statements.connection());
          return true;
        });
  }

  /** Whether the disk failed under a write: nothing more is written until the store is reopened. */
  boolean broken() {
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
    return new Statements(file.openForReading());
  }

  private void giveBack(Statements reader) {
    synchronized (idle) {
      idle.push(reader);
    }
  }
}
