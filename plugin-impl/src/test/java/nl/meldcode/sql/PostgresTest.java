package nl.meldcode.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.files.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be so before anything is recorded in PostgreSQL. */
class PostgresTest {
  private final PostgresServer server = PostgresServer.empty();

  @TempDir private Path dir;

  @Test
  @Covers("R05")
  void theServerOfTheseTestsIsDurable() throws SQLException {
    for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      assertThat(server.ask("SHOW " + name)).containsExactly("on");
    }
  }

  @ParameterizedTest
  @Covers("R05")
  @CsvSource({
    "fsync, off",
    "full_page_writes, off",
    "synchronous_commit, off",
    "synchronous_commit, local"
  })
  void aServerThatMayLoseWhatItAcknowledgedIsRefused(String name, String value) throws Exception {
    set(name, value);
    try {
      assertThatExceptionOfType(StartRefused.class)
          .isThrownBy(() -> PostgresDatabase.of(server.settings(), Postgres.Part.STORE))
          .withMessage(
              "PostgreSQL runs with %s = %s and may lose what it acknowledged; set it on",
              name, value);
    } finally {
      set(name, "on");
    }
    PostgresDatabase.of(server.settings(), Postgres.Part.STORE).close();
  }

  private void set(String name, String value) throws SQLException, InterruptedException {
    server.sql("ALTER SYSTEM SET " + name + " = " + value, "SELECT pg_reload_conf()");
    while (!server.ask("SHOW " + name).equals(List.of(value))) {
      Thread.sleep(10);
    }
  }

  @Test
  @Covers("S24")
  void settingsThatOthersCanReadAreRefused() throws IOException {
    Path file = Files.copy(server.file(server.port()), dir.resolve("settings"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    refuses(file, "can be read by others");
  }

  @Test
  void settingsThatNameNoDatabaseAreRefused() throws IOException {
    Path file = PrivateFiles.make(dir.resolve("settings"));
    refuses(file, "holds no url");
    refuses(dir.resolve("absent"), "cannot read the settings of PostgreSQL");
  }

  private static void refuses(Path file, String why) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> Postgres.in(file))
        .withMessageContaining(why);
  }

  @Test
  void aServerThatIsNotThereIsSaidInOneLine() throws IOException {
    Path file = PrivateFiles.make(dir.resolve("settings"));
    Files.writeString(file, "url=jdbc:postgresql://127.0.0.1:1/none\nuser=a\npassword=b\n");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> PostgresDatabase.of(Postgres.in(file), Postgres.Part.STORE))
        .withMessage("the PostgreSQL database cannot be reached as it is configured");
  }

  @Test
  @Covers("R13")
  void aNewerSchemaIsRefused() throws SQLException {
    PostgresDatabase.of(server.settings(), Postgres.Part.STORE).close();
    server.sql(
        "INSERT INTO flyway_schema_history VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1,"
            + " 'x', '2030-01-01', 1, true)");
    try {
      assertThatExceptionOfType(StartRefused.class)
          .isThrownBy(() -> PostgresDatabase.of(server.settings(), Postgres.Part.STORE))
          .withMessageContaining("another version of this program");
    } finally {
      server.sql("DELETE FROM flyway_schema_history WHERE version = '99'");
    }
  }

  /** Who adds a column or a table for one database adds it for the other. */
  @Test
  @Covers("R13")
  void bothDatabasesHaveTheSameColumnsAndKeys() throws SQLException {
    for (Postgres.Part part : Postgres.Part.values()) {
      boolean isStore = part == Postgres.Part.STORE;
      PostgresDatabase.of(server.settings(), part).close();
      String schema = isStore ? "meldcode" : "meldcode_keys";
      Path file = dir.resolve(part + ".db");
      SqliteDatabase.of(file, isStore ? "db/migration/store" : "db/migration/keys").close();
      List<String> expected = ofSqlite(file);
      if (isStore) {
        for (String column : List.of("certificate", "dossier", "entries", "name", "school")) {
          expected.add("erasure." + column + " " + column.matches("dossier|name|school"));
        }
      }
      assertThat(
              server.ask(
                  "SELECT c.table_name || '.' || c.column_name || ' ' || EXISTS (SELECT 1 FROM"
                      + " information_schema.key_column_usage k WHERE k.table_schema ="
                      + " c.table_schema AND k.table_name = c.table_name AND k.column_name ="
                      + " c.column_name AND k.constraint_name LIKE '%_pkey') FROM"
                      + " information_schema.columns c WHERE c.table_schema = '"
                      + schema
                      + "' AND c.table_name NOT LIKE 'flyway%'"))
          .hasSizeGreaterThan(5)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<String> ofSqlite(Path file) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT t.name || '.' || c.name, c.pk FROM sqlite_master t,"
                    + " pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE"
                    + " 'flyway%'")) {
      while (row.next()) {
        columns.add(row.getString(1) + " " + (row.getInt(2) > 0));
      }
    }
    return columns;
  }

  @Test
  @Covers("R20")
  void aDataDirectoryIsOfOneKindOfDatabase() throws IOException {
    Node.in(dir).keep(dir);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> FileVault.open(dir))
        .withMessageContaining("is in PostgreSQL; start with its settings");
    assertThat(Node.in(dir).isNew()).isFalse();
  }
}
