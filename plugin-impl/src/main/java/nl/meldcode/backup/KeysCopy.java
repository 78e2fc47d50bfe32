package nl.meldcode.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.Progress;
import nl.meldcode.sqlite.SqliteCopy;

/** The keys of a data directory, copied while they may be in use. */
final class KeysCopy {
  static final String DATABASE = "plugin/keys/keys.db";
  private static final String ADMIN = "keys/admin.key";
  private static final List<String> FILES = List.of(ADMIN, "keys/plugin-jwk.json");

  /** Tries again when the administrator's key was replaced in between. */
  private static final int ATTEMPTS = 3;

  private KeysCopy() {}

  /** Whether a data directory holds what opens it. */
  static boolean isThere(Path dataDir) {
    return Files.exists(dataDir.resolve(ADMIN)) && Files.exists(dataDir.resolve(DATABASE));
  }

  /**
   * Copies them to the same places of another folder.
   *
   * @throws BackupRefused when they do not belong together
   */
  static void make(Path dataDir, Path to, Progress progress) throws IOException, SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        copy(dataDir, to, progress);
        FileVault.ofCopy(to).close();
        return;
      } catch (StartRefused | StoreUnavailable e) {
        if (attempt == ATTEMPTS) {
          throw new BackupRefused("the keys could not be copied: " + e.getMessage(), e);
        }
        for (String name : FILES) {
          Files.deleteIfExists(to.resolve(name));
        }
        Files.delete(to.resolve(DATABASE));
      }
    }
  }

  private static void copy(Path dataDir, Path to, Progress progress)
      throws IOException, SQLException {
    for (String name : FILES) {
      if (Files.exists(dataDir.resolve(name))) {
        PrivateFiles.copy(dataDir.resolve(name), to.resolve(name));
      }
    }
    Path database = dataDir.resolve(DATABASE);
    progress.begin("keys.db", database.toFile().length());
    SqliteCopy.make(database, PrivateFiles.make(to.resolve(DATABASE)), progress);
  }
}
