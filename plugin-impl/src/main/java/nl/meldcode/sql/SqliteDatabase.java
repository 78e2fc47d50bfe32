package nl.meldcode.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.Room;
import nl.meldcode.sqlite.CopyBefore;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.sqlite.SqliteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection that writes to a file and a few that read. */
public final class SqliteDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
  private static final int READERS = 4;

  /**
   * After one of these it is not sure what is on the disk, or the connection is of no use any more.
   * A full disk is none of them: what did not fit was taken back.
   */
  private static final Set<SQLiteErrorCode> BREAKING =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_INTERNAL);

  private final Path file;
  private final Opening opening;
  private final Opening reading;
  private Statements writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore readers = new Semaphore(READERS, true);
  private final Deque<Statements> idle = new ArrayDeque<>();
  private boolean closed;
  private volatile boolean broken;

  /** How a connection is opened. */
  private interface Opening {
    Connection open() throws SQLException;
  }

  private SqliteDatabase(Path file, Opening opening, Opening reading) throws SQLException {
    this.file = file;
    this.opening = opening;
    this.reading = reading;
    writer = new Statements(opening.open());
  }

  /**
   * Opens the file, or makes it, with the schema of those scripts.
   *
   * @throws nl.meldcode.application.port.StartRefused when it is damaged or of another version
   */
  public static SqliteDatabase of(Path path, String scripts) {
    return of(path, scripts, UnaryOperator.identity());
  }

  /**
   * The same; each connection that writes is given to that first, which may stand in front of it.
   *
   * @throws nl.meldcode.application.port.StartRefused as the other
   */
  public static SqliteDatabase of(Path path, String scripts, UnaryOperator<Connection> through) {
    SqliteFile file = new SqliteFile(path);
    file.migrate(scripts);
    try {
      SqliteDatabase opened =
          new SqliteDatabase(path, () -> through.apply(file.open()), file::openForReading);
      SqliteFile.check(opened.writer.connection());
      return opened;
    } catch (SQLException e) {
      throw new StoreUnavailable("open", e);
    }
  }

  /** Opens a copy that is only looked at. */
  public static SqliteDatabase ofCopy(Path path) {
    try {
      return new SqliteDatabase(path, () -> SqliteCopy.open(path), () -> SqliteCopy.open(path));
    } catch (SQLException e) {
      throw new StoreUnavailable("open", e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    // Who mends it may take a while; nobody waits for that.
    refuseIfBroken();
    writing.lock();
    try {
      refuseIfBroken();
      return work.on(writer);
    } catch (SQLException e) {
      writer.forget();
      broken |= isBreaking(e);
      throw failed("write", e);
    } catch (VirtualMachineError e) {
      // What is remembered may lag behind what was committed (R17).
      broken = true;
      throw e;
    } finally {
      broken |= writer.isStuck();
      writing.unlock();
    }
  }

  private void refuseIfBroken() {
    if (broken) {
      throw failed("write", new SQLException("an earlier write failed on disk"));
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
      } catch (SQLException e) {
        reader.forget();
        throw e;
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
    try {
      new CopyBefore(file).remove();
    } catch (IOException e) {
      throw new StoreUnavailable("remove the copy from before an update", e);
    }
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

  /**
   * Who reads goes on meanwhile. As long as somebody does, SQLite keeps to what it knew to be
   * committed, so that what a failed sync left in the log of writes is written over here and never
   * found again. Otherwise it may be found, and the look sees it.
   */
  @Override
  public void mend(Work<?> look) {
    writing.lock();
    try {
      if (broken) {
        closeWriter();
        writer = new Statements(opening.open());
        SqliteFile.check(writer.connection());
        SqliteFile.touch(writer.connection());
        look.on(writer);
        broken = writer.isStuck();
      }
    } catch (SQLException | StartRefused e) {
      throw failed("mend", e);
    } finally {
      writing.unlock();
    }
  }

  private void closeWriter() {
    try {
      writer.close();
    } catch (SQLException e) {
      LOG.warn("a connection that failed did not close well", e);
    }
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

  private StoreUnavailable failed(String what, Exception e) {
    boolean full = e instanceof SQLException sql && code(sql) == SQLiteErrorCode.SQLITE_FULL;
    return new StoreUnavailable(
        full ? StoreUnavailable.Why.NO_ROOM : Room.inTheWayAt(file), what, e);
  }

  private static boolean isBreaking(SQLException e) {
    return BREAKING.contains(code(e));
  }

  /** What went wrong, without the detail of it, which stands in the bits above the first eight. */
  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
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
