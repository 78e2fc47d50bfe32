package nl.meldcode.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection with the statements it has prepared; none is put together from text. For one
 * thread at a time.
 */
public final class Statements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
  private final Connection connection;
  private final boolean isSqlite;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean together;
  private boolean stuck;

  /** Of a SQLite file. */
  public Statements(Connection connection) {
    this(connection, true);
  }

  Statements(Connection connection, boolean isSqlite) {
    this.connection = connection;
    this.isSqlite = isSqlite;
  }

  /** The prepared statement, with these values bound: text, numbers, bytes or null. */
  public PreparedStatement of(@CompileTimeConstant String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Runs a changing statement in its own transaction and gives the number of rows it changed. */
  public int run(@CompileTimeConstant String sql, @Nullable Object... values) throws SQLException {
    return of(sql, values).executeUpdate();
  }

  /**
   * Runs several changing statements in one transaction: all of them are durable, or none. Within
   * another such work they belong to that one.
   */
  public <T> T together(Database.Work<T> work) throws SQLException {
    if (together) {
      return work.on(this);
    }
    begin();
    together = true;
    boolean committed = false;
    try {
      T done = work.on(this);
      commit();
      committed = true;
      return done;
    } finally {
      together = false;
      if (!committed) {
        undo();
      }
    }
  }

  /** SQLite is told at once that it will write: later it could be too late for that. */
  private void begin() throws SQLException {
    if (isSqlite) {
      run("BEGIN IMMEDIATE");
    } else {
      connection.setAutoCommit(false);
    }
  }

  private void commit() throws SQLException {
    if (isSqlite) {
      run("COMMIT");
    } else {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** When the disk or the connection failed, it was undone already: there is nothing to undo. */
  private void undo() {
    try {
      if (isSqlite) {
        undoInSqlite();
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      LOG.debug("nothing to roll back", e);
    }
  }

  private void undoInSqlite() throws SQLException {
    boolean undone = false;
    try {
      run("ROLLBACK");
      undone = true;
    } catch (SQLiteException e) {
      undone = e.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
      throw e;
    } finally {
      stuck |= !undone;
    }
  }

  /** The driver ends a statement that failed on disk, and what is prepared anew does not fail. */
  void forget() {
    for (PreparedStatement one : prepared.values()) {
      try {
        one.close();
      } catch (SQLException e) {
        LOG.debug("a statement that failed did not close well", e);
      }
    }
    prepared.clear();
  }

  /** Takes how long an answer may take before the connection is lost; gives what held so far. */
  Duration waitForAnswers(Duration most) throws SQLException {
    Duration before = Duration.ofMillis(connection.getNetworkTimeout());
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(most.toMillis()));
    return before;
  }

  /** Whether a transaction could not be undone: what follows would only seem to be committed. */
  boolean isStuck() {
    return stuck;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
