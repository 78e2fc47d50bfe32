package nl.meldcode.adapter.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import nl.meldcode.files.PrivateFiles;
import nl.meldcode.sql.PostgresServer;

/** The tables of what belongs to schools laid out in parts, by the script that is shipped. */
final class Parts {
  private static final Path SCRIPT = Path.of("../bundle/partition-by-school.sql");

  private Parts() {}

  /** The server with nothing in such tables. */
  static PostgresServer empty() {
    PostgresServer server = PostgresServer.empty();
    try {
      if (server.ask("SELECT 1 FROM pg_partitioned_table").isEmpty()) {
        Path dir = Files.createTempDirectory("parts");
        new OpenStore(dir, server.settings()).close();
        PrivateFiles.delete(dir);
        layOut(server);
        PostgresServer.empty();
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Does what an administrator does with the script. */
  static void layOut(PostgresServer server) throws SQLException, IOException {
    server.sql("SET meldcode.parts = 4", Files.readString(SCRIPT));
  }

  /** The tables are made anew, as a plugin makes them, by whoever opens the server next. */
  static void forget() throws SQLException {
    PostgresServer.empty().sql("DROP SCHEMA IF EXISTS meldcode CASCADE");
  }
}
