package nl.meldcode.sql;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL database, and who we are there: one account for what is kept, one for its keys. */
public final class Postgres {
  private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 60;

  /**
   * Who waits for another writer this long is told to come back. Of a node that is gone the server
   * knows within half a minute, and gives its locks away. A wait for a lock must not read what was
   * before it.
   */
  private static final String OPTIONS =
      "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
          + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
          + " -c default_transaction_isolation=read\\ committed"
          + " -c default_transaction_read_only=off";

  private static final Set<String> MUST_BE_ON =
      Set.of("fsync", "full_page_writes", "synchronous_commit");
  private final Properties said;

  /** What is kept there, each in a schema of its own. */
  public enum Part {
    /** Everything but keys. */
    STORE("meldcode", "db/migration/postgresql-store", ""),
    /** Wrapped keys. */
    KEYS("meldcode_keys", "db/migration/postgresql-keys", "keys");

    private final String schema;
    private final String scripts;
    private final String account;

    Part(String schema, String scripts, String account) {
      this.schema = schema;
      this.scripts = scripts;
      this.account = account;
    }

    /** Its account's setting; without one of its own, that of the whole. */
    private String of(Properties said, String name) {
      String plain = said.getProperty(name, "");
      String own = account + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      return account.isEmpty() ? plain : said.getProperty(own, plain);
    }
  }

  private Postgres(Properties said) {
    this.said = said;
  }

  /**
   * Reads {@code url}, {@code user}, {@code password} and, if the keys have an account of their
   * own, {@code keysUser} and {@code keysPassword} from a file of properties.
   *
   * @throws StartRefused when it cannot be read, or by others too
   */
  public static Postgres in(Path file) {
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      if (!PrivateFiles.isPrivate(file)) {
        throw new StartRefused(file + " can be read by others; make it private (chmod 600)");
      }
      said.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused("cannot read the settings of PostgreSQL in " + file, e);
    }
    if (!said.getProperty("url", "").startsWith("jdbc:postgresql:")) {
      throw new StartRefused(file + " holds no url = jdbc:postgresql://HOST/DATABASE");
    }
    return new Postgres(said);
  }

  /**
   * Refuses a data directory that holds a database itself, before anything is written there.
   *
   * @throws StartRefused when it does
   */
  public static void refuseBesideSqlite(Path dataDir) {
    if (Files.exists(dataDir.resolve("plugin/meldcode.db"))
        || Files.exists(dataDir.resolve("plugin/keys/keys.db"))) {
      throw new StartRefused(
          "this data directory holds a SQLite database; give PostgreSQL another directory, or leave"
              + " its settings out");
    }
  }

  /**
   * Brings a schema up to date. Of several processes that start at once one does it.
   *
   * @throws StartRefused when the server cannot be reached or does not keep what it acknowledges,
   *     or the schema is newer or another than ours
   */
  // What Flyway makes of a damaged table of its own is not always an exception of its own.
  @SuppressWarnings("IllegalCatch")
  void migrate(Part part) {
    refuseOrWarn(part);
    try {
      Flyway.configure(Postgres.class.getClassLoader())
          .dataSource(source(part))
          .locations("classpath:" + part.scripts)
          .schemas(part.schema)
          .ignoreMigrationPatterns(new String[0])
          .cleanDisabled(true)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      throw new StartRefused(
          "the schema "
              + part.schema
              + " cannot be made, or was made by another version of this program; it was left as"
              + " it is",
          e);
    }
  }

  /**
   * Opens a connection, and reads back that what is committed there is durable.
   *
   * @throws StartRefused when it is not
   */
  Statements open(Part part) throws SQLException {
    Statements opened = new Statements(source(part).getConnection(), false);
    boolean good = false;
    try {
      refuseStandby(opened);
      for (Setting setting : Setting.of(opened)) {
        if (setting.isOff() && MUST_BE_ON.contains(setting.name())) {
          throw new StartRefused(
              "PostgreSQL runs with %s = off and may lose what it acknowledged; set it on"
                  .formatted(setting.name()));
        }
      }
      good = true;
    } finally {
      if (!good) {
        opened.close();
      }
    }
    return opened;
  }

  /** It lags behind, and what it does not know yet would look like a lost entry. */
  private static void refuseStandby(Statements opened) throws SQLException {
    try (ResultSet row = opened.of("SELECT pg_is_in_recovery()").executeQuery()) {
      row.next();
      if (row.getBoolean(1)) {
        throw new SQLException("the server is a standby", "08004");
      }
    }
  }

  /** How the server runs. */
  private record Setting(String name, String value) {
    private static final String ASK =
        "SELECT name, setting FROM pg_settings WHERE name IN"
            + " ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')";

    static List<Setting> of(Statements statements) throws SQLException {
      List<Setting> all = new ArrayList<>();
      try (ResultSet rows = statements.of(ASK).executeQuery()) {
        while (rows.next()) {
          all.add(new Setting(rows.getString(1), rows.getString(2)));
        }
      }
      return all;
    }

    boolean isOff() {
      return value.equals("off");
    }
  }

  private void refuseOrWarn(Part part) {
    try (Statements opened = open(part)) {
      if (Setting.of(opened).stream().anyMatch(one -> one.isOff())) {
        LOG.warn("PostgreSQL keeps no data_checksums: a failing disk is found later than need be");
      }
    } catch (SQLException e) {
      throw new StartRefused("the PostgreSQL database cannot be reached as it is configured", e);
    }
  }

  private PGSimpleDataSource source(Part part) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(said.getProperty("url"));
    source.setUser(part.of(said, "user"));
    source.setPassword(part.of(said, "password"));
    source.setCurrentSchema(part.schema);
    source.setOptions(OPTIONS);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("meldcode");
    return source;
  }
}
