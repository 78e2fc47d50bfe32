package nl.meldcode.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A copy of a database file, to be looked at as it is; needs no other library than the driver. */
public final class SqliteCopy {
  private SqliteCopy() {}

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
