package nl.meldcode.adapter.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Function;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.EveryDossier;
import nl.meldcode.application.port.HostPlace;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.ListsJson;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Node;
import nl.meldcode.sql.Postgres;
import nl.meldcode.sql.PostgresDatabase;
import nl.meldcode.sql.SqliteDatabase;
import nl.meldcode.sql.Statements;
import nl.meldcode.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept in {@code plugin/meldcode.db} of a data directory, or in a PostgreSQL
 * database that several nodes share, each with a data directory of its own.
 */
public final class SqlStore implements AutoCloseable {
  private final Clock clock;
  private final DataLock lock;
  private final Database database;
  private final Heads heads;
  private final SqlDossiers dossiers;
  private final SqlAttachments attachments;
  private final SqlDrafts drafts;
  private final SqlSessions sessions;
  private final SqlDeliveries deliveries;
  private final SqlBoardRegister boardRegister;
  private final SqlListsOfSchools lists;
  private final SqlLinkLog links;
  private final SqlHostPlace hostPlace;
  private final SqlSchoolMergers mergers;
  private final SqlReminders reminders;
  private final SqlEmergencyAccesses emergencies;
  private final ErasureLedger ledger;
  private final SqlErasures erasures;

  private SqlStore(
      Home where,
      Database database,
      Vault vault,
      EntryJson json,
      ListsJson listsJson,
      Clock clock) {
    this.clock = clock;
    this.lock = where.lock();
    this.database = database;
    Owner.refuseOthers(database, vault);
    ledger = new ErasureLedger(where.dataDir());
    Path file = where.dataDir().resolve("plugin/heads.log");
    heads = new Heads(database, file, database.shared() && where.node().isNew(), this::follow);
    dossiers = new SqlDossiers(database, heads, vault, json, this::isDestroyed);
    attachments = new SqlAttachments(database, dossiers, vault, clock);
    drafts = new SqlDrafts(database, vault);
    sessions = new SqlSessions(database, vault);
    deliveries = new SqlDeliveries(database, heads);
    boardRegister = new SqlBoardRegister(database, vault);
    lists = new SqlListsOfSchools(database, vault, listsJson);
    links = new SqlLinkLog(database, vault);
    hostPlace = new SqlHostPlace(database, where.node().name());
    mergers = new SqlSchoolMergers(database, vault);
    reminders = new SqlReminders(database, vault);
    emergencies = new SqlEmergencyAccesses(database, vault);
    erasures = new SqlErasures(database, ledger, vault, dossiers, emergencies);
    erasures.start();
  }

  /** A data directory that is ours. */
  private record Home(Path dataDir, DataLock lock, Node node) {}

  /**
   * Opens the store of a data directory, or makes it.
   *
   * @param postgres where what is recorded is kept; null for a file in the data directory
   * @throws StartRefused when it is in use, damaged, of a newer version, or sealed under other keys
   */
  public static SqlStore open(
      Path dataDir,
      @Nullable Postgres postgres,
      Vault vault,
      EntryJson json,
      ListsJson listsJson,
      Clock clock) {
    return open(dataDir, folder -> database(folder, postgres), vault, json, listsJson, clock);
  }

  /** The same over what opens a database, given the folder of the plugin's data. */
  static SqlStore open(
      Path dataDir,
      Function<Path, Database> opening,
      Vault vault,
      EntryJson json,
      ListsJson listsJson,
      Clock clock) {
    Path folder = dataDir.resolve("plugin");
    DataLock lock =
        DataLock.take(folder.resolve("lock"))
            .orElseThrow(
                () -> new StartRefused("this data directory is in use by another process"));
    boolean opened = false;
    try {
      Home where = new Home(dataDir, lock, Node.in(dataDir));
      Database database = opening.apply(folder);
      SqlStore store = new SqlStore(where, database, vault, json, listsJson, clock);
      if (database.shared()) {
        where.node().keep(dataDir);
      }
      opened = true;
      return store;
    } finally {
      if (!opened) {
        close(lock);
      }
    }
  }

  private static Database database(Path folder, @Nullable Postgres postgres) {
    Path file = folder.resolve("meldcode.db");
    if (postgres == null) {
      SqliteFile.unpackNativeInto(folder);
      return SqliteDatabase.of(file, "db/migration/store");
    }
    Postgres.refuseBesideSqlite(folder.resolve(".."));
    return PostgresDatabase.of(postgres, Postgres.Part.STORE);
  }

  private void follow(Place place, long times) {
    erasures.follow(place, times);
  }

  /** As this node knows, or another one just did. */
  private boolean isDestroyed(Place place, EntryId entry) {
    if (!ledger.names(place, entry) && database.shared()) {
      follow(place, Long.MAX_VALUE);
    }
    return ledger.names(place, entry);
  }

  /** The dossiers. */
  public Dossiers dossiers() {
    return dossiers;
  }

  /** All dossiers, one after the other. */
  public EveryDossier everyDossier() {
    return dossiers.every();
  }

  /** Files that belong to entries. */
  public Attachments attachments() {
    return attachments;
  }

  /** Drafts. */
  public Drafts drafts() {
    return drafts;
  }

  /** Sessions of staff. */
  public Sessions sessions() {
    return sessions;
  }

  /** The board's register of suspicions against staff. */
  public BoardRegister boardRegister() {
    return boardRegister;
  }

  /** What schools filled in. */
  public ListsOfSchools lists() {
    return lists;
  }

  /** How far the feed of the host was followed. */
  public HostPlace hostPlace() {
    return hostPlace;
  }

  /** Which schools became part of which. */
  public SchoolMergers mergers() {
    return mergers;
  }

  /** Who wants no mail, and who had one today. */
  public Reminders reminders() {
    return reminders;
  }

  /** Who opened what their role does not open. */
  public EmergencyAccesses emergencies() {
    return emergencies;
  }

  /** What is destroyed, and that it was. */
  public Erasures erasures() {
    return erasures;
  }

  /** What of links was found and lost. */
  public LinkLog links() {
    return links;
  }

  /** How far dossiers were delivered to the host. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Deletes what is past its time: drafts, sessions, tokens, files that no entry names. */
  public void sweep() {
    sessions.sweep(clock.instant());
    drafts.sweep(clock.instant());
    attachments.sweep(clock.instant());
    erasures.sweep();
  }

  /** Number of dossiers whose end is not what the file of heads says: 0 when all is well. */
  public int damaged() {
    return heads.damaged() + emergencies.damaged();
  }

  /** How far the file of erasures goes now, to be signed. */
  public HeadsMark erasuresMark() {
    return ledger.mark();
  }

  /** How far the file of heads goes now, to be signed. */
  public HeadsMark mark() {
    return heads.mark();
  }

  /** What who looks after it wants to know. */
  public StoreSight sight() {
    return new StoreSight(database, deliveries);
  }

  /** Whether entries can be written; false after the disk failed, until it is mended. */
  public boolean writable() {
    return !database.broken();
  }

  /** Goes on after the disk failed; throws StoreUnavailable while it still does. */
  public void mend() {
    database.mend(this::lookAgain);
  }

  /** Nothing that is remembered stands for what is on disk. */
  private boolean lookAgain(Statements statements) throws SQLException {
    sessions.forget();
    emergencies.forget();
    lists.forget();
    return deliveries.load(statements) && dossiers.lookAgain(statements);
  }

  /** What does not close well keeps nothing else open: a next start needs the lock. */
  @Override
  public void close() {
    try (lock;
        ledger;
        heads) {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the store", e);
    }
  }

  private static void close(Closeable part) {
    try {
      part.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the store", e);
    }
  }
}
