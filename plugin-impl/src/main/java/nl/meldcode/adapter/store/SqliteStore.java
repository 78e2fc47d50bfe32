package nl.meldcode.adapter.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.health.Backlog;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Drafts;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.HostPlace;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.ListsJson;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sqlite.SqliteFile;

/** Everything that is kept in {@code plugin/meldcode.db} of a data directory. */
public final class SqliteStore implements AutoCloseable {
  /** Under whose key is sealed what is of no school. */
  static final SchoolId OURS = new SchoolId("node");

  /** What is sealed to tell whose keys they are. */
  static final byte[] OWNER = Labels.clear("belongs to");

  private final Clock clock;
  private final DataLock lock;
  private final Database database;
  private final Heads heads;
  private final SqliteDossiers dossiers;
  private final SqliteAttachments attachments;
  private final SqliteDrafts drafts;
  private final SqliteSessions sessions;
  private final SqliteDeliveries deliveries;
  private final SqliteBoardRegister boardRegister;
  private final SqliteListsOfSchools lists;
  private final SqliteLinkLog links;
  private final SqliteHostPlace hostPlace;
  private final SqliteSchoolMergers mergers;
  private final SqliteEmergencyAccesses emergencies;
  private final ErasureLedger ledger;
  private final SqliteErasures erasures;

  private SqliteStore(
      Path dataDir, DataLock lock, Vault vault, EntryJson json, ListsJson listsJson, Clock clock) {
    Path folder = dataDir.resolve("plugin");
    this.clock = clock;
    this.lock = lock;
    database = new Database(folder.resolve("meldcode.db"));
    refuseOtherKeys(vault);
    heads = new Heads(database, folder.resolve("heads.log"));
    ledger = new ErasureLedger(dataDir);
    dossiers = new SqliteDossiers(database, heads, vault, json, ledger);
    attachments = new SqliteAttachments(database, dossiers, vault, clock);
    drafts = new SqliteDrafts(database, vault);
    sessions = new SqliteSessions(database, vault);
    deliveries = new SqliteDeliveries(database, heads);
    boardRegister = new SqliteBoardRegister(database, vault);
    lists = new SqliteListsOfSchools(database, vault, listsJson);
    links = new SqliteLinkLog(database, vault);
    hostPlace = new SqliteHostPlace(database);
    mergers = new SqliteSchoolMergers(database, vault);
    emergencies = new SqliteEmergencyAccesses(database, vault);
    erasures = new SqliteErasures(database, ledger, vault, dossiers, emergencies);
  }

  /**
   * Opens the store of a data directory, or makes it.
   *
   * @throws StartRefused when it is in use, damaged, of a newer version, or sealed under other keys
   */
  public static SqliteStore open(
      Path dataDir, Vault vault, EntryJson json, ListsJson listsJson, Clock clock) {
    Path folder = dataDir.resolve("plugin");
    makeFolder(folder);
    SqliteFile.unpackNativeInto(folder);
    DataLock lock =
        DataLock.take(folder.resolve("lock"))
            .orElseThrow(
                () -> new StartRefused("this data directory is in use by another process"));
    boolean opened = false;
    try {
      SqliteStore store = new SqliteStore(dataDir, lock, vault, json, listsJson, clock);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        close(lock);
      }
    }
  }

  /** The dossiers. */
  public Dossiers dossiers() {
    return dossiers;
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

  /** Who opened what their role does not open. */
  public EmergencyAccesses emergencies() {
    return emergencies;
  }

  /** What is destroyed, and that it was. */
  public Erasures erasures() {
    return erasures;
  }

  /** What was found and lost of links between dossiers. */
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

  /**
   * Writes something that changes nothing, and reads it.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when that does not go
   * @throws Tampered when it is not what was written
   */
  public void writeAndRead(Vault vault) {
    database.write(statements -> statements.run("UPDATE belongs_to SET id = 1 WHERE id = 1"));
    vault.open(OURS, OWNER, database.read(SqliteStore::owner).orElseThrow(SqliteStore::noOwner));
  }

  /** How many rows each table has; nothing of what is in them. */
  public Map<String, Long> rowsPerTable() {
    return database.read(TableCounts::of);
  }

  /** What was recorded and is not delivered. */
  public Backlog backlog() {
    return deliveries.backlog();
  }

  /** Whether entries can be written; false after the disk failed, until the store is reopened. */
  public boolean writable() {
    return !database.broken();
  }

  @Override
  public void close() {
    database.close();
    close(heads);
    close(ledger);
    close(lock);
  }

  private void refuseOtherKeys(Vault vault) {
    Optional<byte[]> sealed = database.read(SqliteStore::owner);
    if (sealed.isEmpty()) {
      byte[] made = vault.seal(OURS, OWNER, OWNER);
      database.write(s -> s.run("INSERT INTO belongs_to (id, sealed) VALUES (1, ?)", made));
      return;
    }
    try {
      vault.open(OURS, OWNER, sealed.get());
    } catch (Tampered e) {
      database.close();
      throw new StartRefused("plugin/keys/keys.db does not hold the keys of this data", e);
    }
  }

  private static Optional<byte[]> owner(Statements statements) throws SQLException {
    try (ResultSet row = statements.of("SELECT sealed FROM belongs_to").executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  private static Tampered noOwner() {
    return new Tampered("belongs_to");
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartRefused("cannot make the folder " + folder, e);
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
