package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wrapped keys in a database of their own. A key that was added is durable. */
final class KeyTable implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyTable.class);
  private final Connection connection;
  private boolean logHolds;

  KeyTable(Path file) {
    SqliteFile database = new SqliteFile(file);
    database.migrate("db/migration/keys");
    try {
      connection = database.open();
      SqliteFile.check(connection);
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  private KeyTable(Connection connection) {
    this.connection = connection;
  }

  /** The keys of a copy that is only looked at. */
  static KeyTable ofCopy(Path file) {
    try {
      return new KeyTable(SqliteCopy.open(file));
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  byte @Nullable [] check() {
    return find("SELECT sealed FROM admin_check WHERE id = ?", 1);
  }

  void addCheck(byte[] sealed) {
    add("INSERT INTO admin_check (sealed, id) VALUES (?, ?)", sealed, 1);
  }

  byte @Nullable [] find(SchoolId school) {
    return find("SELECT wrapped FROM school_key WHERE school = ?", school.value());
  }

  void add(SchoolId school, byte[] wrapped) {
    add("INSERT INTO school_key (wrapped, school) VALUES (?, ?)", wrapped, school.value());
  }

  byte @Nullable [] find(SchoolId school, DossierId dossier) {
    return find(
        "SELECT wrapped FROM dossier_key WHERE school = ? AND dossier = ?",
        school.value(),
        bytes(dossier));
  }

  void add(SchoolId school, DossierId dossier, byte[] wrapped) {
    add(
        "INSERT INTO dossier_key (wrapped, school, dossier) VALUES (?, ?, ?)",
        wrapped,
        school.value(),
        bytes(dossier));
  }

  /** Wraps the key of every school anew, all of them or none. */
  synchronized void wrapAnew(BinaryOperator<byte[]> wrapped, byte[] check) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      boolean committed = false;
      try {
        for (Map.Entry<String, byte[]> one : schools(statement).entrySet()) {
          byte[] anew = wrapped.apply(one.getKey().getBytes(UTF_8), one.getValue());
          add("UPDATE school_key SET wrapped = ? WHERE school = ?", anew, one.getKey());
        }
        add("UPDATE admin_check SET sealed = ? WHERE id = ?", check, 1);
        statement.execute("COMMIT");
        committed = true;
      } finally {
        if (!committed) {
          statement.execute("ROLLBACK");
        }
      }
      logHolds = true;
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  private static Map<String, byte[]> schools(Statement statement) throws SQLException {
    Map<String, byte[]> all = new HashMap<>();
    try (ResultSet rows = statement.executeQuery("SELECT school, wrapped FROM school_key")) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getBytes(2));
      }
    }
    return all;
  }

  /** What was overwritten is in no file any more, unless somebody reads just now; then later. */
  void shrinkLogIfPossible() {
    try {
      shrinkLog();
    } catch (StoreUnavailable e) {
      LOG.warn("what was overwritten stands in the log of writes for a while", e);
    }
  }

  /** An empty key stays, so that no other is made; what it was stands in no file any more. */
  void destroy(SchoolId school, DossierId dossier) {
    byte @Nullable [] known = find(school, dossier);
    if (known == null || known.length > 0) {
      add(
          "INSERT INTO dossier_key (wrapped, school, dossier) VALUES (?, ?, ?)"
              + " ON CONFLICT (school, dossier) DO UPDATE SET wrapped = excluded.wrapped",
          new byte[0],
          school.value(),
          bytes(dossier));
      logHolds = true;
    }
    shrinkLog();
  }

  private synchronized void shrinkLog() {
    try {
      if (logHolds) {
        SqliteFile.shrinkLog(connection);
        logHolds = false;
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  static byte[] bytes(DossierId dossier) {
    return ByteBuffer.allocate(16)
        .putLong(dossier.value().getMostSignificantBits())
        .putLong(dossier.value().getLeastSignificantBits())
        .array();
  }

  private synchronized byte @Nullable [] find(@CompileTimeConstant String sql, Object... key) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 1, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  private synchronized void add(@CompileTimeConstant String sql, byte[] value, Object... key) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, value);
      bind(statement, 2, key);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreUnavailable("keys", e);
    }
  }

  private static void bind(PreparedStatement statement, int first, Object... key)
      throws SQLException {
    for (int i = 0; i < key.length; i++) {
      statement.setObject(first + i, key[i]);
    }
  }
}
