package nl.meldcode.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;

/**
 * One of the processes that share a PostgreSQL database. Its data directory holds its name, and of
 * what is recorded only the heads that it saw, its access log and its ledger of erasures.
 *
 * @param isNew whether it never started before
 */
public record Node(String name, boolean isNew) {
  private static final String FILE = "plugin/node";

  /** Whether what belongs to that data directory is in PostgreSQL. */
  public static boolean isOne(Path dataDir) {
    return Files.exists(dataDir.resolve(FILE));
  }

  /**
   * The node of that data directory; a new one gets a name.
   *
   * @throws StartRefused when its name cannot be read
   */
  public static Node in(Path dataDir) {
    try {
      return isOne(dataDir)
          ? new Node(UUID.fromString(Files.readString(dataDir.resolve(FILE)).strip()) + "", false)
          : new Node(UUID.randomUUID().toString(), true);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused("cannot read " + FILE, e);
    }
  }

  /** It started: from now on its data directory is known by it. */
  public void keep(Path dataDir) {
    try {
      if (isNew) {
        Files.writeString(PrivateFiles.make(dataDir.resolve(FILE)), name + "\n");
      }
    } catch (IOException e) {
      throw new StartRefused("cannot write " + FILE, e);
    }
  }

  /** From now on that data directory stands alone. */
  public static void forget(Path dataDir) throws IOException {
    Files.deleteIfExists(dataDir.resolve(FILE));
  }
}
