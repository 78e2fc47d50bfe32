package nl.meldcode.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.progress.Progress;

/**
 * What a database file was before its schema changed last, beside it. It goes as soon as something
 * is destroyed, which it would keep.
 */
public final class CopyBefore {
  private final Path file;
  private final Path copy;
  private final Path unfinished;
  private final Path underway;

  /** The copy of this database file. */
  public CopyBefore(Path file) {
    this.file = file;
    copy = file.resolveSibling(file.getFileName() + ".before-update");
    unfinished = file.resolveSibling(copy.getFileName() + ".tmp");
    underway = file.resolveSibling(file.getFileName() + ".updating");
  }

  /**
   * Makes it, whole and on disk, in the place of an earlier one; not while an update goes on that
   * did not come to its end, of which the first one is kept.
   *
   * @throws StartRefused when it cannot
   */
  void make() {
    try {
      if (Files.exists(underway)) {
        return;
      }
      Files.deleteIfExists(unfinished);
      SqliteCopy.make(file, PrivateFiles.make(unfinished), Progress.UNHEARD);
      PrivateFiles.syncOne(unfinished);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.make(underway);
      PrivateFiles.syncOne(copy.toAbsolutePath().resolveSibling(""));
    } catch (IOException | SQLException e) {
      throw new StartRefused(
          "cannot keep a copy of "
              + file.getFileName()
              + " before its schema changes; is there room for it beside it?",
          e);
    }
  }

  /**
   * The schema is what it should be.
   *
   * @throws StartRefused when that cannot be noted
   */
  void updated() {
    try {
      Files.deleteIfExists(underway);
    } catch (IOException e) {
      throw new StartRefused("cannot remove " + underway.getFileName(), e);
    }
  }

  /**
   * Removes it, if there is one.
   *
   * @throws IOException when it stays
   */
  public void remove() throws IOException {
    Files.deleteIfExists(copy);
    Files.deleteIfExists(unfinished);
  }
}
