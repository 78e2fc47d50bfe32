package nl.meldcode.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  /** The copy of this database file. */
  public CopyBefore(Path file) {
    this.file = file;
    copy = file.resolveSibling(file.getFileName() + ".before-update");
    unfinished = file.resolveSibling(copy.getFileName() + ".tmp");
  }

  /**
   * Makes it, whole and on disk, in the place of an earlier one.
   *
   * @throws StartRefused when it cannot
   */
  void make() {
    try {
      Files.deleteIfExists(unfinished);
      SqliteCopy.make(file, PrivateFiles.make(unfinished), Progress.UNHEARD);
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new StartRefused(
          "cannot keep a copy of "
              + file.getFileName()
              + " before its schema changes; is there room for it beside it?",
          e);
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
