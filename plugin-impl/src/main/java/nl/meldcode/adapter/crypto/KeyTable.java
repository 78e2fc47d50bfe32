package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrapped keys in a database of their own. A key that was added is durable; of two that are added
 * at once the first one counts.
 */
final class KeyTable implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyTable.class);

  /** Who wraps keys anew does it alone. */
  private static final long ROTATION = 0x6d63_6b65_7973L;

  private final Database database;
  private boolean logHolds;

  KeyTable(Database database) {
    this.database = database;
  }

  /** Whether other processes add keys too. */
  boolean shared() {
    return database.shared();
  }

  byte @Nullable [] check() {
    return find("SELECT sealed FROM admin_check WHERE id = ?", 1);
  }

  void addCheck(byte[] sealed) {
    add("INSERT INTO admin_check (sealed, id) VALUES (?, ?) ON CONFLICT DO NOTHING", sealed, 1);
  }

  byte @Nullable [] find(SchoolId school) {
    return find("SELECT wrapped FROM school_key WHERE school = ?", school.value());
  }

  /** Adds it, and gives the one that counts. */
  byte[] added(SchoolId school, byte[] wrapped) {
    add(
        "INSERT INTO school_key (wrapped, school) VALUES (?, ?) ON CONFLICT DO NOTHING",
        wrapped,
        school.value());
    return Objects.requireNonNull(find(school));
  }

  byte @Nullable [] find(SchoolId school, DossierId dossier) {
    return find(
        "SELECT wrapped FROM dossier_key WHERE school = ? AND dossier = ?",
        school.value(),
        bytes(dossier));
  }

  /** Adds it, and gives the one that counts. */
  byte[] added(SchoolId school, DossierId dossier, byte[] wrapped) {
    add(
        "INSERT INTO dossier_key (wrapped, school, dossier) VALUES (?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        wrapped,
        school.value(),
        bytes(dossier));
    return Objects.requireNonNull(find(school, dossier));
  }

  /** Wraps the key of every school anew, all of them or none. */
  synchronized void wrapAnew(BinaryOperator<byte[]> wrapped, byte[] check) {
    logHolds =
        database.alone(
            List.of(ROTATION),
            statements -> {
              statements.together(inOne -> wrapAnew(inOne, wrapped, check));
              return () -> true;
            });
  }

  private static int wrapAnew(Statements inOne, BinaryOperator<byte[]> wrapped, byte[] check)
      throws SQLException {
    for (Map.Entry<String, byte[]> one : schools(inOne).entrySet()) {
      byte[] anew = wrapped.apply(one.getKey().getBytes(UTF_8), one.getValue());
      inOne.run("UPDATE school_key SET wrapped = ? WHERE school = ?", anew, one.getKey());
    }
    return inOne.run("UPDATE admin_check SET sealed = ? WHERE id = ?", check, 1);
  }

  private static Map<String, byte[]> schools(Statements statements) throws SQLException {
    Map<String, byte[]> all = new HashMap<>();
    try (ResultSet rows = statements.of("SELECT school, wrapped FROM school_key").executeQuery()) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getBytes(2));
      }
    }
    return all;
  }

  /** Goes on after the disk failed, as {@link Database#mend} does. */
  void mend() {
    database.mend(statements -> true);
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
    if (logHolds) {
      database.shrinkLog();
      logHolds = false;
    }
  }

  @Override
  public void close() {
    database.close();
  }

  static byte[] bytes(DossierId dossier) {
    return ByteBuffer.allocate(16)
        .putLong(dossier.value().getMostSignificantBits())
        .putLong(dossier.value().getLeastSignificantBits())
        .array();
  }

  private byte @Nullable [] find(@CompileTimeConstant String sql, Object... key) {
    return database
        .read(
            statements -> {
              try (ResultSet rows = statements.of(sql, key).executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.<byte[]>empty();
              }
            })
        .orElse(null);
  }

  private void add(@CompileTimeConstant String sql, Object... values) {
    database.write(statements -> statements.run(sql, values));
  }
}
