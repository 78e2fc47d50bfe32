package nl.meldcode.adapter.store;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with the statements it has prepared; none is put together from text. For one
 * thread at a time.
 */
final class Statements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** The prepared statement, with these values bound: text, numbers, bytes or null. */
  PreparedStatement of(@CompileTimeConstant String sql, @Nullable Object... values)
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
  int run(@CompileTimeConstant String sql, @Nullable Object... values) throws SQLException {
    return of(sql, values).executeUpdate();
  }

  /** Runs several changing statements in one transaction: all of them are durable, or none. */
  <T> T together(Database.Work<T> work) throws SQLException {
    run("BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      T done = work.on(this);
      run("COMMIT");
      committed = true;
      return done;
    } finally {
      if (!committed) {
        undo();
      }
    }
  }

  /** When the disk failed, SQLite undid it already and has nothing to roll back. */
  private void undo() {
    try {
      run("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("nothing to roll back", e);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
