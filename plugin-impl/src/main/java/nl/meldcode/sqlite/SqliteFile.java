package nl.meldcode.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import nl.meldcode.application.port.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One database file with the settings that make a commit durable. */
public final class SqliteFile {
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout", "5000"),
          new Setting("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
          new Setting("PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"),
          new Setting("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"),
          new Setting("PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"),
          new Setting("PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"),
          new Setting("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"));
  private static final Setting READ_ONLY =
      new Setting("PRAGMA query_only = ON", "PRAGMA query_only", "1");

  private final Path file;

  private record Setting(String set, String ask, String expected) {}

  public SqliteFile(Path file) {
    this.file = file;
  }

  /**
   * Names the private folder into which the driver unpacks its native library; the first caller in
   * the JVM decides, because the driver loads it once.
   */
  public static void unpackNativeInto(Path folder) {
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
    }
  }

  /**
   * Brings the schema up to date with the scripts at that place on the class path. Before a schema
   * that was in use changes, a copy is made of the file as it is (R13).
   *
   * @throws StartRefused when the file is damaged, its schema is newer or another than ours, or
   *     there is no room for the copy
   */
  public void migrate(String scripts) {
    migrate(scripts, source());
  }

  /** The same, by connections to this file from there. */
  // What Flyway makes of its own damaged table is not always an exception of its own.
  @SuppressWarnings("IllegalCatch")
  void migrate(String scripts, DataSource source) {
    CopyBefore before = new CopyBefore(file);
    try {
      Flyway flyway = flyway(scripts, source);
      MigrationInfoService known = flyway.info();
      if (known.current() != null && known.pending().length > 0) {
        before.make();
      }
      flyway.migrate();
      before.updated();
    } catch (StartRefused e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StartRefused(
          file.getFileName()
              + " is damaged, or was made by another version of this program; it was left as it is",
          e);
    }
  }

  private static Flyway flyway(String scripts, DataSource source) {
    return Flyway.configure(SqliteFile.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + scripts)
        .ignoreMigrationPatterns(new String[0])
        .cleanDisabled(true)
        .loggers("slf4j")
        .load();
  }

  /** Opens a connection for writing and reads its settings back. */
  public Connection open() throws SQLException {
    Connection connection = source().getConnection();
    for (Setting setting : SETTINGS) {
      apply(connection, setting);
    }
    return connection;
  }

  /** Opens a connection that refuses to write. */
  public Connection openForReading() throws SQLException {
    Connection connection = open();
    apply(connection, READ_ONLY);
    return connection;
  }

  /**
   * Lets SQLite look through all pages and indexes.
   *
   * @throws StartRefused when something is wrong
   */
  public static void check(Connection connection) throws SQLException {
    if (!"ok".equals(ask(connection, "PRAGMA integrity_check(1)"))) {
      throw new StartRefused("the database file is damaged; restore the last backup");
    }
  }

  /**
   * Writes what stands in the log of writes to the file and empties it, so that nothing deleted
   * stays behind in it. Throws SQLException while somebody still reads.
   */
  public static void shrinkLog(Connection connection) throws SQLException {
    if (!"0".equals(ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)"))) {
      throw new SQLException("the log of writes is in use");
    }
  }

  /** Writes a page that stays what it is, so that the disk has to take and to sync something. */
  public static void touch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 0");
    }
  }

  /** No key is generated here; the driver would run a query after every insert to ask for one. */
  private SQLiteDataSource source() {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private static void apply(Connection connection, Setting setting) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(setting.set());
    }
    if (!setting.expected().equals(ask(connection, setting.ask()))) {
      connection.close();
      throw new StartRefused("this disk or driver does not keep to: " + setting.set());
    }
  }

  private static String ask(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(pragma)) {
      return answer.next() ? String.valueOf(answer.getString(1)) : "";
    }
  }
}
