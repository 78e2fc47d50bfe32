package nl.meldcode.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.store.ContentCheck;
import nl.meldcode.adapter.store.DataLock;
import nl.meldcode.adapter.store.Erased;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Node;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup back into a data directory that is not in use. Everything is copied beside what is
 * there and checked before anything takes its place; what was there is moved aside.
 */
public final class RestoreBackup {
  private static final String ASIDE = "replaced-";
  private static final List<String> FOLDERS = List.of("plugin", "keys");
  private final Path backup;
  private final Path dataDir;
  private final Wish wish;
  private final Clock clock;
  private final Progress progress;
  private final List<String> told = new ArrayList<>();

  /**
   * What was asked besides.
   *
   * @param keys a backup of the keys; null for those that are there, or none
   * @param erasures a newer ledger of erasures, from wherever it was kept; null for none
   * @param replace move aside what is there
   * @param partly go on when some dossiers cannot be opened with these keys
   */
  public record Wish(
      @Nullable Path keys, @Nullable Path erasures, boolean replace, boolean partly) {}

  private RestoreBackup(Path backup, Path dataDir, Wish wish, Clock clock, Progress progress) {
    this.backup = backup;
    this.dataDir = dataDir;
    this.wish = wish;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Restores.
   *
   * @return what is to be told, a line each
   * @throws BackupRefused when it cannot be done; what was there is untouched
   * @throws StartRefused the same, when the lock or a ledger of erasures cannot be used
   */
  public static List<String> run(
      Path backup, Path dataDir, Wish wish, Clock clock, Progress progress) {
    RestoreBackup restore = new RestoreBackup(backup, dataDir, wish, clock, progress);
    try {
      restore.run();
      return List.copyOf(restore.told);
    } catch (IOException | UncheckedIOException | SQLException e) {
      throw new BackupRefused("the backup could not be restored: " + e.getMessage(), e);
    }
  }

  /**
   * The names of the folders in a data directory that hold what a restore moved aside: as long as
   * they are there, what is destroyed can still be read.
   */
  public static List<String> movedAside(Path dataDir) {
    String @Nullable [] names = dataDir.toFile().list((in, name) -> name.startsWith(ASIDE));
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  private void run() throws IOException, SQLException {
    if (Node.isOne(dataDir)) {
      throw new BackupRefused(
          "what belongs to "
              + dataDir
              + " is in PostgreSQL; put it back with pg_restore, and plugin/heads.log of that night"
              + " with it");
    }
    Manifest manifest = checked(backup, Kind.DATA);
    MakeBackup.checkChains(backup, backup + " is not what was recorded", progress);
    if (wish.keys() != null) {
      checked(wish.keys(), Kind.KEYS);
    }
    PrivateFiles.makeFolder(dataDir);
    @Nullable DataLock lock = lock();
    try {
      putBack(manifest);
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }

  private void putBack(Manifest manifest) throws IOException, SQLException {
    boolean occupied = isOccupied();
    if (occupied && !wish.replace()) {
      throw new BackupRefused(dataDir + " holds data; with --replace they are moved aside");
    }
    Path beside = dataDir.resolve(FileVault.HALF_RESTORED);
    PrivateFiles.delete(beside);
    boolean checked = false;
    try {
      fill(beside, manifest);
      checked = true;
    } finally {
      if (!checked) {
        PrivateFiles.delete(beside);
      }
    }
    takePlace(beside, occupied);
    told.add("Restored: everything that was recorded before " + manifest.begunAt() + ".");
  }

  private Manifest checked(Path folder, Kind kind) {
    Manifest manifest = Manifest.read(folder);
    if (manifest.kind() != kind) {
      throw new BackupRefused(
          "%s is a backup of %s; one of %s is needed".formatted(folder, manifest.kind(), kind));
    }
    manifest.check(folder, progress);
    return manifest;
  }

  private @Nullable DataLock lock() {
    Path file = dataDir.resolve("plugin/lock");
    if (!Files.exists(file)) {
      return null;
    }
    return DataLock.take(file)
        .orElseThrow(() -> new BackupRefused(dataDir + " is in use: stop the plugin first"));
  }

  /** A start makes folders, a lock and a library of its own before there is any data. */
  private boolean isOccupied() throws IOException {
    for (String name : FOLDERS) {
      if (Files.exists(dataDir.resolve(name))) {
        try (Stream<Path> all = Files.walk(dataDir.resolve(name))) {
          if (all.anyMatch(RestoreBackup::isData)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isData(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.equals("lock") && !name.startsWith("sqlite-");
  }

  private void fill(Path beside, Manifest manifest) throws IOException, SQLException {
    copy(backup, manifest, beside);
    // A manifest names files: of a school where nobody looked yet the log is an empty folder.
    PrivateFiles.makeFolder(beside.resolve("plugin/access"));
    if (wish.keys() != null) {
      copy(wish.keys(), Manifest.read(wish.keys()), beside);
    } else if (KeysCopy.isThere(dataDir)) {
      KeysCopy.make(dataDir, beside, progress);
    }
    addErasures(beside, manifest);
    MakeBackup.checkChains(beside, "the restored copy is not what was recorded", progress);
    checkKeys(beside);
    PrivateFiles.sync(beside);
  }

  private void copy(Path from, Manifest manifest, Path to) throws IOException {
    progress.begin("copying", manifest.files().stream().mapToLong(Manifest.Part::bytes).sum());
    long done = 0;
    for (Manifest.Part part : manifest.files()) {
      PrivateFiles.copy(from.resolve(part.path()), to.resolve(part.path()));
      done += part.bytes();
      progress.at(done);
    }
  }

  private void addErasures(Path beside, Manifest manifest) throws IOException {
    int added = 0;
    boolean isKnown = false;
    for (Path ledger : ledgers()) {
      isKnown |= Erased.goesOn(backup, ledger);
      added += Erased.add(beside, ledger);
    }
    if (added > 0) {
      told.add(
          "Destroyed since that backup, and destroyed again at the next start: " + added + ".");
    }
    if (!isKnown) {
      told.add(
          "No newer %s was given: what was destroyed after %s comes back, unless you restore again with --erasures FILE."
              .formatted(Erased.LEDGER, manifest.begunAt()));
    }
  }

  /** Those beside the backup's own, the one in the data directory first. */
  private List<Path> ledgers() {
    List<Path> all = new ArrayList<>();
    Path own = dataDir.resolve(Erased.LEDGER);
    if (Files.exists(own)) {
      all.add(own);
    }
    if (wish.erasures() != null) {
      all.add(wish.erasures());
    }
    return all;
  }

  private void checkKeys(Path beside) {
    if (!KeysCopy.isThere(beside)) {
      told.add(
          "No keys: nothing can be read, nor the plugin started, until --keys gave them back.");
      return;
    }
    try (FileVault vault = FileVault.ofCopy(beside)) {
      ContentCheck.Outcome found = ContentCheck.of(beside, vault, vault::isDestroyed, progress);
      if (!found.unopened().isEmpty()) {
        String older =
            "These keys do not open %d of the dossiers: they are older than the data; a newer backup of them does."
                .formatted(found.unopened().size());
        if (!wish.partly()) {
          throw new BackupRefused(older + " To go on without: --partly");
        }
        told.add(older);
      }
      if (!found.keyless().isEmpty()) {
        told.add(
            "Of %d dossiers the key was destroyed since; without %s they stand there as damaged."
                .formatted(found.keyless().size(), Erased.LEDGER));
      }
    } catch (StartRefused e) {
      throw new BackupRefused("the keys do not fit: " + e.getMessage(), e);
    }
  }

  /**
   * The ledger first, since the new one holds the old. Until the last step a start is refused: the
   * folder beside is still there. Keys that stay are left where they are: their folder may be
   * mounted or linked there.
   */
  private void takePlace(Path beside, boolean occupied) throws IOException {
    Path ledger = dataDir.resolve(Erased.LEDGER);
    Path aside = dataDir.resolve(ASIDE + Shelf.NAMES.format(clock.instant()));
    if (occupied) {
      PrivateFiles.makeFolder(aside);
      if (Files.exists(ledger)) {
        PrivateFiles.copy(ledger, aside.resolve(Erased.LEDGER));
      }
      told.add(
          "What was there is in %s; remove it once all is well: until then destroying is not final."
              .formatted(aside));
    }
    if (Files.exists(beside.resolve(Erased.LEDGER))) {
      Files.move(
          beside.resolve(Erased.LEDGER),
          ledger,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    for (String name : wish.keys() == null ? List.of("plugin") : FOLDERS) {
      Path old = dataDir.resolve(name);
      if (Files.exists(old) && occupied) {
        Files.move(old, aside.resolve(name));
      }
      PrivateFiles.delete(old);
      if (Files.exists(beside.resolve(name))) {
        Files.move(beside.resolve(name), old);
      }
    }
    PrivateFiles.delete(beside);
    PrivateFiles.sync(dataDir.resolve("plugin"));
  }
}
