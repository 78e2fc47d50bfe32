package nl.meldcode.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import nl.meldcode.adapter.store.DataLock;
import nl.meldcode.adapter.store.SharedByNodes;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.Progress;
import nl.meldcode.sql.Node;
import nl.meldcode.sql.Postgres;
import nl.meldcode.sql.SqliteDatabase;
import nl.meldcode.sqlite.CopyBefore;

/**
 * Moves what is recorded, sealed as it is, from the files of a data directory to PostgreSQL or
 * back. What was written is read again and compared before it counts; until then nothing is changed
 * where it came from. After an interruption the same command goes on, or says what to empty first.
 *
 * @param dataDir the data directory, of which the plugin is stopped
 * @param settings the file with the settings of PostgreSQL
 */
public record MoveStore(Path dataDir, Path settings, Progress progress) {
  private static final String STORE = "plugin/meldcode.db";
  private static final String KEYS = "plugin/keys/keys.db";
  private static final String ASIDE = "plugin/moved";

  /** What was moved: as many rows, with this sum of their hashes on both sides. */
  public record Moved(long rows, String sum) {}

  /** A move, while nobody else works on the data directory. */
  private interface Move {
    Moved run() throws IOException, SQLException;
  }

  /**
   * From the files to PostgreSQL. The files then stand in {@code plugin/moved}, and the data
   * directory is a node's.
   *
   * @throws MoveRefused when it cannot be done
   */
  public Moved toPostgres() {
    return alone(
        () -> {
          boolean isInterrupted = Node.isOne(dataDir);
          if (isInterrupted && !Files.exists(file(STORE)) && !Files.exists(file(KEYS))) {
            throw new MoveRefused("what belongs to " + dataDir + " is in PostgreSQL already");
          }
          if (!isInterrupted && !(Files.exists(file(STORE)) && Files.exists(file(KEYS)))) {
            throw new MoveRefused(dataDir + " is no data directory of the plugin");
          }
          Node node = Node.in(dataDir);
          Moved moved = toPostgres(node, isInterrupted);
          node.keep(dataDir);
          // Without files and without a name the directory would start as a new one.
          PrivateFiles.sync(file("plugin"));
          setAside(KEYS);
          setAside(STORE);
          PrivateFiles.sync(file("plugin"));
          return moved;
        });
  }

  private Moved toPostgres(Node node, boolean isInterrupted) throws IOException {
    try (Both from = files(whereIs(STORE), whereIs(KEYS));
        Both to = Both.in(Postgres.in(settings))) {
      if (!isInterrupted) {
        to.refuseUnlessEmpty();
        try (SharedByNodes shared = new SharedByNodes(dataDir, node.name())) {
          from.copy(to, shared::toNodes, progress);
        }
      }
      return from.compared(to, progress);
    }
  }

  /** What was destroyed later could be read from them: who moved is told to remove them. */
  private void setAside(String name) throws IOException {
    new CopyBefore(file(name)).remove();
    if (Files.exists(file(name))) {
      PrivateFiles.makeFolder(file(ASIDE));
      Files.move(file(name), aside(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path aside(String name) {
    return file(ASIDE).resolve(Path.of(name).getFileName());
  }

  /** An interruption may have left one of the two aside already. */
  private Path whereIs(String name) {
    return Files.exists(file(name)) ? file(name) : aside(name);
  }

  /**
   * From PostgreSQL to files, of which this data directory then is the only one.
   *
   * @throws MoveRefused when it cannot be done, such as while a node runs
   */
  public Moved toFiles() {
    return alone(
        () -> {
          if (!Node.isOne(dataDir)) {
            throw new MoveRefused("what belongs to " + dataDir + " is not in PostgreSQL");
          }
          Path making = file("plugin/moving");
          PrivateFiles.delete(making);
          PrivateFiles.makeFolder(making);
          Moved moved = toFiles(making, Node.in(dataDir));
          PrivateFiles.sync(making);
          PrivateFiles.makeFolder(file("plugin/keys"));
          Files.move(making.resolve("keys.db"), file(KEYS), StandardCopyOption.ATOMIC_MOVE);
          Files.move(making.resolve("meldcode.db"), file(STORE), StandardCopyOption.ATOMIC_MOVE);
          PrivateFiles.delete(making);
          PrivateFiles.sync(file("plugin"));
          Node.forget(dataDir);
          PrivateFiles.sync(file("plugin"));
          return moved;
        });
  }

  private Moved toFiles(Path making, Node node) throws IOException {
    try (Both from = Both.in(Postgres.in(settings));
        Both to = files(making.resolve("meldcode.db"), making.resolve("keys.db"));
        SharedByNodes shared = new SharedByNodes(dataDir, node.name())) {
      from.refuseOthers();
      from.copy(to, shared::toOne, progress);
      return from.compared(to, progress);
    }
  }

  private static Both files(Path store, Path keys) {
    return new Both(
        SqliteDatabase.of(store, "db/migration/store"),
        SqliteDatabase.of(keys, "db/migration/keys"));
  }

  private Path file(String name) {
    return dataDir.resolve(name);
  }

  private Moved alone(Move move) {
    if (!Files.isDirectory(file("plugin"))) {
      throw new MoveRefused(dataDir + " is no data directory of the plugin");
    }
    DataLock lock =
        DataLock.take(file("plugin/lock"))
            .orElseThrow(() -> new MoveRefused(dataDir + " is in use: stop the plugin first"));
    try (lock) {
      return move.run();
    } catch (StartRefused | StoreUnavailable | IOException | SQLException e) {
      throw new MoveRefused("it could not be moved: " + e.getMessage(), e);
    }
  }
}
