package nl.meldcode.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Node;
import nl.meldcode.sql.Postgres;
import nl.meldcode.sql.PostgresDatabase;
import nl.meldcode.sql.SqliteDatabase;
import nl.meldcode.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/**
 * The vault of one data directory: {@code keys/admin.key} wraps a key per school, which wraps a key
 * per dossier; wrapped keys stand in {@code plugin/keys/keys.db}, or in PostgreSQL.
 */
public final class FileVault implements Vault, AutoCloseable {
  /** Stands in a data directory as long as a restore is not finished. */
  public static final String HALF_RESTORED = ".restoring";

  private static final byte[] CHECK = "meldcode administrator's key".getBytes(UTF_8);
  private final Sealing sealing = new Sealing();
  private final AdminKey file;
  private SecretKey admin;
  private final KeyTable keys;
  private final Map<SchoolId, SchoolKeys> schools = new ConcurrentHashMap<>();
  private final RecentKeys recent = new RecentKeys();

  private FileVault(AdminKey file, SecretKey admin, KeyTable keys) {
    this.file = file;
    this.admin = admin;
    this.keys = keys;
  }

  /**
   * Opens the vault; makes the administrator's key when there are no keys yet.
   *
   * @throws StartRefused when the key file is missing, damaged, readable by others or another one
   */
  public static FileVault open(Path dataDir) {
    Path folder = dataDir.resolve("plugin/keys");
    Path database = folder.resolve("keys.db");
    AdminKey file = new AdminKey(dataDir.resolve("keys/admin.key"));
    if (Files.exists(dataDir.resolve(HALF_RESTORED))) {
      throw new StartRefused("this data directory is half restored; run bundle/restore again");
    }
    if (Node.isOne(dataDir)) {
      throw new StartRefused(
          "what belongs to this data directory is in PostgreSQL; start with its settings");
    }
    if (!Files.exists(database) && Files.exists(dataDir.resolve("plugin/meldcode.db"))) {
      throw new StartRefused(
          "plugin/keys/keys.db is missing; without it nothing in this directory can be read. Put"
              + " its copy back");
    }
    if (!file.exists()) {
      if (Files.exists(database)) {
        throw new StartRefused(
            "keys/admin.key is missing; without it nothing in this directory can be read. Put its"
                + " copy back");
      }
      file.create(new Sealing().newKey());
    }
    makeFolder(folder);
    SqliteFile.unpackNativeInto(folder);
    return of(file, SqliteDatabase.of(database, "db/migration/keys"));
  }

  /**
   * Opens the vault of a node whose wrapped keys are in PostgreSQL. The first node makes the
   * administrator's key; others are given a copy of it.
   *
   * @throws StartRefused as above, or when the database cannot be used
   */
  public static FileVault open(Path dataDir, Postgres postgres) {
    AdminKey file = new AdminKey(dataDir.resolve("keys").resolve("admin.key"));
    Postgres.refuseBesideSqlite(dataDir);
    Database database = PostgresDatabase.of(postgres, Postgres.Part.KEYS);
    if (!file.exists()) {
      if (new KeyTable(database).check() != null) {
        database.close();
        throw new StartRefused(
            "keys/admin.key is missing; without it nothing in this database can be read. Copy it"
                + " from another node, or put its copy back");
      }
      file.create(new Sealing().newKey());
    }
    return of(file, database);
  }

  private static FileVault of(AdminKey file, Database database) {
    FileVault vault = new FileVault(file, Sealing.aes(file.read()), new KeyTable(database));
    vault.finishRotation();
    vault.refuseAnotherKey();
    return vault;
  }

  /**
   * Opens the vault of a copy, to look at it: nothing in it is made or changed.
   *
   * @throws StartRefused when a part is missing, damaged, readable by others or of other keys
   */
  public static FileVault ofCopy(Path dir) {
    AdminKey file = new AdminKey(dir.resolve("keys/admin.key"));
    Path database = dir.resolve("plugin/keys/keys.db");
    if (!file.exists() || !Files.exists(database)) {
      throw new StartRefused("keys/admin.key or plugin/keys/keys.db is missing");
    }
    KeyTable copy = new KeyTable(SqliteDatabase.ofCopy(database));
    FileVault vault = new FileVault(file, Sealing.aes(file.read()), copy);
    vault.refuseAnotherKey();
    return vault;
  }

  /** Goes on after the disk failed; throws StoreUnavailable while it still does. */
  public void mend() {
    keys.mend();
  }

  /** Whether that dossier was destroyed: it had a key, and no other is made. */
  public boolean isDestroyed(SchoolId school, DossierId dossier) {
    byte @Nullable [] wrapped = keys.find(school, dossier);
    return wrapped != null && wrapped.length == 0;
  }

  /**
   * Makes another administrator's key and wraps the keys of all schools in it; the one before opens
   * nothing any more. Interrupted anywhere, the next start has either of the two (S24).
   *
   * @throws StoreUnavailable when it cannot be written
   */
  public synchronized void rotate() {
    finishRotation();
    AdminKey next = file.next();
    byte[] made = sealing.newKey();
    next.create(made);
    SecretKey wrapping = Sealing.aes(made);
    try {
      keys.wrapAnew(
          (name, wrapped) -> sealing.seal(wrapping, name, sealing.open(admin, name, wrapped)),
          sealing.seal(wrapping, CHECK, CHECK));
    } finally {
      // Whether or not that was written, the key counts in which the keys are wrapped now.
      finishRotation();
    }
    keys.shrinkLogIfPossible();
  }

  /**
   * Where two keys lie there: the one in which the keys of schools are wrapped stays. The other is
   * taken away only once that one was seen to open them.
   */
  private void finishRotation() {
    AdminKey next = file.next();
    byte @Nullable [] check = keys.check();
    if (!next.exists()) {
      return;
    }
    if (check == null || sealing.opens(admin, CHECK, check)) {
      next.drop();
      return;
    }
    SecretKey waiting = Sealing.aes(next.read());
    if (sealing.opens(waiting, CHECK, check)) {
      admin = waiting;
      next.replace(file);
    }
  }

  @Override
  public byte[] seal(SchoolId school, DossierId dossier, byte[] clear, byte[] content) {
    return sealing.seal(dossierKey(school, dossier, true), clear, content);
  }

  @Override
  public byte[] open(SchoolId school, DossierId dossier, byte[] clear, byte[] sealed) {
    return sealing.open(dossierKey(school, dossier, false), clear, sealed);
  }

  @Override
  public synchronized void destroy(SchoolId school, DossierId dossier) {
    recent.forget(school, dossier);
    keys.destroy(school, dossier);
  }

  @Override
  public byte[] seal(SchoolId school, byte[] clear, byte[] content) {
    return sealing.seal(school(school).sealing(), clear, content);
  }

  @Override
  public byte[] open(SchoolId school, byte[] clear, byte[] sealed) {
    if (!schools.containsKey(school) && keys.find(school) == null) {
      throw new Tampered("key of a school");
    }
    return sealing.open(school(school).sealing(), clear, sealed);
  }

  @Override
  public byte[] lookup(SchoolId school, byte[] value) {
    return school(school).lookup(value);
  }

  @Override
  public void close() {
    keys.close();
  }

  private SecretKey dossierKey(SchoolId school, DossierId dossier, boolean make) {
    SecretKey known = recent.find(school, dossier);
    return known != null ? known : unwrapped(school, dossier, make);
  }

  private synchronized SecretKey unwrapped(SchoolId school, DossierId dossier, boolean make) {
    SecretKey wrapping = school(school).wrapping();
    byte[] name = KeyTable.bytes(dossier);
    byte[] wrapped = keys.find(school, dossier);
    if (wrapped == null) {
      if (!make) {
        throw new Tampered("key of dossier " + dossier);
      }
      wrapped = keys.added(school, dossier, sealing.seal(wrapping, name, sealing.newKey()));
    }
    if (wrapped.length == 0) {
      throw new Tampered("destroyed dossier " + dossier);
    }
    SecretKey key = Sealing.aes(sealing.open(wrapping, name, wrapped));
    recent.keep(school, dossier, key);
    return key;
  }

  private SchoolKeys school(SchoolId school) {
    SchoolKeys known = schools.get(school);
    return known != null ? known : unwrapped(school);
  }

  private synchronized SchoolKeys unwrapped(SchoolId school) {
    byte[] name = school.value().getBytes(UTF_8);
    byte[] wrapped = keys.find(school);
    if (wrapped == null) {
      refuseWhenRotatedElsewhere();
      wrapped = keys.added(school, sealing.seal(admin, name, sealing.newKey()));
    }
    try {
      schools.put(school, new SchoolKeys(sealing.open(admin, name, wrapped)));
      return schools.get(school);
    } catch (Tampered e) {
      refuseWhenRotatedElsewhere();
      throw e;
    }
  }

  private void refuseAnotherKey() {
    if (keys.check() == null) {
      keys.addCheck(sealing.seal(admin, CHECK, CHECK));
    }
    if (isOfAnotherKey()) {
      keys.close();
      throw new StartRefused("keys/admin.key is not the key of this data; put its copy back");
    }
  }

  /** A key that is made now would be wrapped in one that nobody else has any more. */
  private void refuseWhenRotatedElsewhere() {
    if (keys.shared() && isOfAnotherKey()) {
      throw new StoreUnavailable(
          "keys/admin.key was replaced by another node; copy it here and start again",
          new IllegalStateException("rotated"));
    }
  }

  private boolean isOfAnotherKey() {
    byte @Nullable [] check = keys.check();
    return check == null || !sealing.opens(admin, CHECK, check);
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartRefused("cannot make the folder " + folder, e);
    }
  }
}
