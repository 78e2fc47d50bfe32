package nl.meldcode.referencehost.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** One connection to {@code host.db}; every call holds its lock, which is enough for one school. */
public final class Database implements AutoCloseable {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS roster (kind TEXT, seq INTEGER, json TEXT NOT NULL, PRIMARY KEY (kind, seq))",
          "CREATE TABLE IF NOT EXISTS account (login TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, hash TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS session (token_hash TEXT PRIMARY KEY, login TEXT NOT NULL, signed_in_at INTEGER NOT NULL, csrf TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, pupil TEXT NOT NULL, json TEXT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS entry_of_pupil ON entry (pupil)",
          "CREATE TABLE IF NOT EXISTS document (entry TEXT, id TEXT, json TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (entry, id))",
          "CREATE TABLE IF NOT EXISTS acknowledgement (entry TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (entry, id))",
          "CREATE TABLE IF NOT EXISTS event (number INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, json TEXT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS event_of_subject ON event (subject)",
          "CREATE TABLE IF NOT EXISTS idempotency (key TEXT PRIMARY KEY, request_hash TEXT NOT NULL, reply TEXT NOT NULL)");

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file in this folder, which is made when it is not there.
   *
   * @throws StoreFailure when the file cannot be used
   */
  public static Database open(Path folder) {
    try {
      OwnerOnly.folder(folder);
      Path file = folder.resolve("host.db");
      if (!Files.exists(file)) {
        OwnerOnly.write(file, new byte[0]);
      }
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + file);
      source.setJournalMode("WAL");
      source.setSynchronous("FULL");
      source.setBusyTimeout(5_000);
      Database database = new Database(source.getConnection());
      SCHEMA.forEach(database::update);
      return database;
    } catch (IOException | SQLException e) {
      throw new StoreFailure("cannot open host.db", e);
    }
  }

  /** Reads one value out of a row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public synchronized int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailure("cannot write", e);
    }
  }

  public synchronized <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailure("cannot read", e);
    }
  }

  public <T> Optional<T> find(String sql, Row<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** Does all of this or nothing of it, with nobody else in between. */
  public synchronized <T> T atomically(Supplier<T> work) {
    boolean done = false;
    execute("BEGIN IMMEDIATE");
    try {
      T result = work.get();
      execute("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        execute("ROLLBACK");
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailure("cannot close host.db", e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StoreFailure("cannot " + sql, e);
    }
  }
}
