package nl.meldcode.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import nl.meldcode.progress.Progress;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Copies of a database file; needs no other library than the driver. */
public final class SqliteCopy {
  private static final int STEPS = 10_000;
  private static final int PATIENCE_MILLIS = 30_000;

  private SqliteCopy() {}

  /**
   * Copies what is committed at one moment, whoever writes meanwhile, into an empty file. What was
   * deleted stays behind. SQLite does it: who opens the file by other means while it is in use in
   * this process gives the locks of all away.
   *
   * @param progress hears of bytes
   */
  public static void make(Path file, Path to, Progress progress) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri() + "?mode=rw");
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      ProgressHandler.setHandler(connection, STEPS, new Growth(to, progress));
      statement.setString(1, to.toAbsolutePath().toString());
      statement.executeUpdate();
      ProgressHandler.clearHandler(connection);
    }
  }

  /** Tells how much is written, and ends it when its thread has to stop. */
  private static final class Growth extends ProgressHandler {
    private final Path file;
    private final Progress progress;

    Growth(Path file, Progress progress) {
      this.file = file;
      this.progress = progress;
    }

    @Override
    protected int progress() {
      progress.at(file.toFile().length());
      return Thread.currentThread().isInterrupted() ? 1 : 0;
    }
  }

  /**
   * Opens a connection that changes nothing. Without a log beside it the file is all there is, and
   * nothing is put beside it either, so that it may lie where nobody can write.
   */
  public static Connection open(Path file) throws SQLException {
    boolean alone = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri() + (alone ? "?immutable=1" : ""));
    return source.getConnection();
  }
}
