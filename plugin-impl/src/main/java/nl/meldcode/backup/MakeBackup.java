package nl.meldcode.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.store.StoreCopy;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.files.WholeLines;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Node;
import nl.meldcode.sqlite.SqliteCopy;
import nl.meldcode.sqlite.SqliteFile;
import nl.meldcode.verify.Verification;
import nl.meldcode.verify.Verification.Verdict;

/**
 * Makes a backup of a data directory, whether or not the plugin runs. What was written is on disk,
 * is held against its chains, and only then gets a manifest and the name under which it counts.
 *
 * @param dataDir the data directory
 * @param target the folder of backups
 * @param keep how many complete ones stay there; at least 1
 */
public record MakeBackup(Path dataDir, Path target, int keep, Clock clock, Progress progress) {
  /** The public keys beside a copy of the data, as the plugin serves them. */
  static final String JWKS = "jwks.json";

  /** What fills a folder. */
  private interface Filling {
    void into(Path folder) throws IOException, SQLException;
  }

  public MakeBackup {
    if (keep < 1) {
      throw new BackupRefused("at least one backup is kept");
    }
  }

  /** When everything was recorded that the newest backup of data in a folder holds. */
  public static Optional<Instant> newestOfData(Path target) {
    return Shelf.newest(target, Kind.DATA);
  }

  /**
   * Copies what is recorded, sealed as it is, and what {@code bundle/verify} needs; no key.
   *
   * @return the new backup
   * @throws BackupRefused when it could not be made, or is not what was written
   */
  public Path data() {
    return make(Kind.DATA, "plugin/meldcode.db", this::copyData);
  }

  /**
   * Copies the keys alone.
   *
   * @return the new backup
   * @throws BackupRefused when it could not be made, or its parts do not belong together
   */
  public Path keys() {
    return make(Kind.KEYS, KeysCopy.DATABASE, folder -> KeysCopy.make(dataDir, folder, progress));
  }

  private Path make(Kind kind, String needed, Filling filling) {
    if (Node.isOne(dataDir)) {
      throw new BackupRefused(
          "what belongs to "
              + dataDir
              + " is in PostgreSQL; make backups of it with pg_dump, one of the schema meldcode and"
              + " elsewhere one of meldcode_keys, and copy keys, plugin and erasures.log as files");
    }
    if (!Files.isRegularFile(dataDir.resolve(needed))) {
      throw new BackupRefused(dataDir + " is no data directory of the plugin");
    }
    try (Shelf shelf = Shelf.open(target, kind, dataDir)) {
      Instant begunAt = clock.instant();
      Path unfinished = shelf.unfinished(begunAt);
      try {
        filling.into(unfinished);
        PrivateFiles.sync(unfinished);
        check(unfinished, needed, kind);
        Manifest.of(unfinished, kind, begunAt, clock.instant(), progress).write(unfinished);
        Path done = shelf.finish(unfinished);
        shelf.keep(keep);
        return done;
      } finally {
        PrivateFiles.delete(unfinished);
      }
    } catch (IOException | UncheckedIOException | SQLException e) {
      throw new BackupRefused("the backup could not be written: " + e.getMessage(), e);
    }
  }

  /** What was signed comes before what it is over, so that nothing signed is missing. */
  private void copyData(Path to) throws IOException, SQLException {
    Path signed = dataDir.resolve("plugin/heads.signed");
    if (Files.exists(signed)) {
      WholeLines.copy(signed, 0, PrivateFiles.make(to.resolve("plugin/heads.signed")));
    }
    Path log = dataDir.resolve("plugin/access");
    PrivateFiles.makeFolder(to.resolve("plugin/access"));
    if (Files.isDirectory(log)) {
      try (Stream<Path> months = Files.list(log)) {
        for (Path month : months.sorted().toList()) {
          WholeLines.copy(
              month,
              0,
              PrivateFiles.make(to.resolve("plugin/access").resolve(month.getFileName())));
        }
      }
    }
    StoreCopy.make(dataDir, to, progress);
    if (Files.exists(dataDir.resolve("keys/plugin-jwk.json"))) {
      Files.writeString(
          PrivateFiles.make(to.resolve(JWKS)), PluginKeys.in(dataDir.resolve("keys")).publicJwks());
    }
  }

  private void check(Path folder, String database, Kind kind) throws SQLException {
    try (Connection connection = SqliteCopy.open(folder.resolve(database))) {
      SqliteFile.check(connection);
    } catch (StartRefused e) {
      throw new BackupRefused("the database in use is damaged; no backup was made", e);
    }
    if (kind == Kind.DATA) {
      checkChains(folder, "what is recorded is not what was written", progress);
    }
  }

  /**
   * Holds a copy of the data against its chains.
   *
   * @throws BackupRefused with the first fault
   */
  static void checkChains(Path folder, String complaint, Progress progress) {
    Path keys = folder.resolve(JWKS);
    try {
      Verification.of(folder, Files.exists(keys) && isSigned(folder) ? keys : null, progress)
          .stream()
          .filter(line -> line.verdict() == Verdict.FAULT)
          .findFirst()
          .ifPresent(
              line -> {
                throw new BackupRefused(
                    "%s (%s: %s)".formatted(complaint, line.part(), line.text()));
              });
    } catch (StartRefused | StoreUnavailable e) {
      throw new BackupRefused("%s (%s)".formatted(complaint, e.getMessage()), e);
    }
  }

  /** In its first quarter of an hour nothing is signed yet. */
  private static boolean isSigned(Path folder) {
    return Files.exists(folder.resolve("plugin/heads.signed"));
  }
}
