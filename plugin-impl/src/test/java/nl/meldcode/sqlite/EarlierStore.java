package nl.meldcode.sqlite;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/**
 * A database file as an earlier version of the plugin made it, with rows of everything.
 *
 * @param content each query for all columns of a table, with a hash of what it found
 */
record EarlierStore(Map<String, String> content) {
  static final String SCRIPTS = "db/migration/store";
  static final int NEWEST = 10;

  private static final String N =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO entry (school, dossier, seq, id, at, kind_version, subject,"
              + " idempotency_key, previous, digest, hash, sealed) SELECT printf('99%%02d',"
              + " i %% 60), randomblob(16), 1, randomblob(16), i, 1, randomblob(32),"
              + " randomblob(16), randomblob(32), randomblob(32), randomblob(32),"
              + " randomblob(400) FROM n",
          "INSERT INTO attachment SELECT '99AA', randomblob(16), randomblob(16), i, i %% 2,"
              + " randomblob(900) FROM n WHERE i %% 10 = 0",
          "INSERT INTO draft SELECT '99AA', randomblob(32), randomblob(32), i, randomblob(90)"
              + " FROM n",
          "INSERT INTO launch_token SELECT randomblob(32), i FROM n",
          "INSERT INTO session SELECT randomblob(32), 'board', i, i, randomblob(80) FROM n",
          "INSERT INTO context SELECT name, randomblob(32), '99AA', randomblob(50) FROM session",
          "INSERT INTO delivery SELECT school, dossier, 1, 0, 0, NULL FROM entry",
          "INSERT INTO delivered SELECT school, dossier, seq, at FROM entry",
          "INSERT INTO belongs_to VALUES (1, randomblob(48))");
  private static final Map<Integer, List<String>> SCHEMAS = new ConcurrentHashMap<>();

  /** Makes one of that version. */
  static EarlierStore make(Path file, int version, int dossiers) {
    migrate(file, version);
    return asked(
        file,
        connection -> {
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            for (String rows : ROWS) {
              String all = rows.contains("FROM n") ? N + rows : rows;
              statement.executeUpdate(all.formatted(dossiers));
            }
          }
          connection.commit();
          return new EarlierStore(hashes(connection, everything(connection)));
        });
  }

  /** What the columns that were there then hold now, in that file. */
  Map<String, String> contentIn(Path file) {
    return asked(file, connection -> hashes(connection, content.keySet()));
  }

  static int version(Path file) {
    return asked(
        file,
        connection ->
            Integer.parseInt(
                strings(
                        connection,
                        "SELECT version FROM flyway_schema_history WHERE success"
                            + " ORDER BY installed_rank DESC LIMIT 1")
                    .get(0)));
  }

  /** All tables, indexes and triggers, as they were made. */
  static List<String> schema(Path file) {
    return asked(
        file,
        connection ->
            strings(
                connection,
                "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL"
                    + " AND tbl_name <> 'flyway_schema_history' ORDER BY type, name"));
  }

  static List<String> schemaOf(int version) {
    return SCHEMAS.computeIfAbsent(
        version,
        asked -> {
          try {
            Path file = Files.createTempDirectory("schema").resolve("meldcode.db");
            migrate(file, asked);
            return schema(file);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Connections to that file that call this before each statement and around each commit. */
  static DataSource watched(Path file, Runnable moment) {
    return watched(DataSource.class, source(file), moment);
  }

  private static <T> T watched(Class<T> type, T real, Runnable moment) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean counts =
                  method.getName().startsWith("execute") || method.getName().equals("commit");
              if (counts) {
                moment.run();
              }
              try {
                Object answer = method.invoke(real, arguments);
                return method.getReturnType().isInterface() && isWatched(method.getReturnType())
                    ? watched(unchecked(method.getReturnType()), answer, moment)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> unchecked(Class<?> type) {
    return (Class<Object>) type;
  }

  private static boolean isWatched(Class<?> type) {
    return Connection.class.isAssignableFrom(type) || Statement.class.isAssignableFrom(type);
  }

  private static void migrate(Path file, int version) {
    Flyway.configure(EarlierStore.class.getClassLoader())
        .dataSource(source(file))
        .locations("classpath:" + SCRIPTS)
        .target(String.valueOf(version))
        .load()
        .migrate();
  }

  private static DataSource source(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private interface Asking<T> {
    T of(Connection connection) throws SQLException;
  }

  private static <T> T asked(Path file, Asking<T> asking) {
    try (Connection connection = source(file).getConnection()) {
      return asking.of(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A query for all columns of each table. */
  private static List<String> everything(Connection connection) throws SQLException {
    return strings(
        connection,
        "SELECT 'SELECT ' || group_concat(c.name) || ' FROM ' || t.name || ' ORDER BY '"
            + " || group_concat(c.name) FROM sqlite_master t, pragma_table_info(t.name) c"
            + " WHERE t.type = 'table' AND t.name NOT LIKE 'flyway%' GROUP BY t.name");
  }

  private static Map<String, String> hashes(Connection connection, Collection<String> queries)
      throws SQLException {
    Map<String, String> hashes = new TreeMap<>();
    for (String query : queries) {
      hashes.put(query, hash(connection, query));
    }
    return hashes;
  }

  private static String hash(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int width = rows.getMetaData().getColumnCount();
      long count = 0;
      while (rows.next()) {
        count++;
        for (int column = 1; column <= width; column++) {
          byte[] value = rows.getBytes(column);
          digest.update(value == null ? new byte[] {0} : value);
        }
      }
      return count + " rows, " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
