package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.sqlite.SqliteFile;

/** The files of a data directory, looked at from outside. */
record DataFiles(Path dir) {
  /** The first column of all rows. */
  List<byte[]> values(String file, String sql) throws SQLException {
    List<byte[]> all = new ArrayList<>();
    try (Connection connection = new SqliteFile(dir.resolve("plugin").resolve(file)).open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getBytes(1));
      }
    }
    return all;
  }

  /** Whether these bytes stand in any of them. */
  boolean hold(byte[] secret) {
    String wanted = new String(secret, ISO_8859_1);
    try (var files = Files.walk(dir)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> text(file).contains(wanted));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Databases, keys and heads, as a backup of the data holds them: not the ledger. */
  static void copy(Path from, Path to) throws IOException {
    for (String name : List.of("meldcode.db", "heads.log", "keys/keys.db")) {
      Files.createDirectories(to.resolve(name).getParent());
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
