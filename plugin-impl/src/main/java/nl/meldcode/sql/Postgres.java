package nl.meldcode.sql;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
  private static final int CONNECT_SECONDS = 3;

  /**
   * A server that hangs, or is cut off, closes nothing: who waits for it has to give up. Longer
   * than a wait for a lock, and so short that another server is found within half a minute.
   */
  private static final int ANSWER_SECONDS = 15;

  /** A schema takes as long as it takes. */
  private static final int MIGRATION_SECONDS = 600;

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

  /** {@code local} acknowledges what a failover loses. */
  private static final Set<String> OFF = Set.of("off", "local");

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
          .dataSource(source(part, MIGRATION_SECONDS))
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
   * Opens a connection to the one server that takes writes, and reads back that what is committed
   * there is durable.
   *
   * @throws StartRefused when it is not
   */
  Statements open(Part part) throws SQLException {
    PGSimpleDataSource source = source(part, Math.min(CONNECT_SECONDS, patience()));
    Statements opened = new Statements(source.getConnection(), false);
    boolean good = false;
    try {
      opened.waitForAnswers(Duration.ofSeconds(patience()));
      for (Setting setting : Setting.of(opened)) {
        if (setting.isOff() && MUST_BE_ON.contains(setting.name())) {
          throw new StartRefused(
              "PostgreSQL runs with %s = %s and may lose what it acknowledged; set it on"
                  .formatted(setting.name(), setting.value()));
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

  /** How the server runs. */
  private record Setting(String name, String value) {
    private static final String ASK =
        "SELECT name, setting FROM pg_settings WHERE name IN"
            + " ('fsync', 'full_page_writes', 'synchronous_commit', 'synchronous_standby_names',"
            + " 'data_checksums')";

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
      return OFF.contains(value);
    }

    boolean waitsForNobody() {
      return name.equals("synchronous_standby_names") && value.isEmpty();
    }
  }

  private void refuseOrWarn(Part part) {
    try (Statements opened = open(part)) {
      List<Setting> all = Setting.of(opened);
      if (all.stream().anyMatch(Setting::isOff)) {
        LOG.warn("PostgreSQL keeps no data_checksums: a failing disk is found later than need be");
      }
      if (isCluster() && all.stream().anyMatch(Setting::waitsForNobody)) {
        LOG.warn(
            "no server of the cluster waits until another has what it acknowledges, so a failover"
                + " may lose it; with Patroni, set synchronous_mode");
      }
    } catch (SQLException e) {
      throw new StartRefused("the PostgreSQL database cannot be reached as it is configured", e);
    }
  }

  private boolean isCluster() {
    return source().getServerNames().length > 1;
  }

  /** As it is written, to whatever servers. */
  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(said.getProperty("url"));
    return source;
  }

  /** How long an answer may take; {@code socketTimeout} in the address says otherwise. */
  private int patience() {
    int said = source().getSocketTimeout();
    return said > 0 ? said : ANSWER_SECONDS;
  }

  private PGSimpleDataSource source(Part part, int answerSeconds) {
    PGSimpleDataSource source = source();
    source.setUser(part.of(said, "user"));
    source.setPassword(part.of(said, "password"));
    source.setCurrentSchema(part.schema);
    source.setOptions(OPTIONS);
    // A standby lags behind, and what it does not know yet would look like a lost entry.
    source.setTargetServerType("primary");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(answerSeconds);
    source.setTcpKeepAlive(true);
    source.setApplicationName("meldcode");
    return source;
  }
}
