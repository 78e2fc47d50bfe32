package nl.meldcode.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import nl.meldcode.Covers;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.files.PrivateFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the manual has prepared in PostgreSQL is all that a plugin needs whose keys have an account
 * of their own. The accounts have other names here, since the server's own is one of those.
 */
class PostgresAccountsTest {
  private static final Path MANUAL = Path.of("src/main/resources/manual/beheer.md");
  private static final Pattern PREPARED = Pattern.compile("(?m)^    ((?:CREATE|GRANT) .*);$");
  private static final Pattern ADDRESS = Pattern.compile("(?m)^    url=(\\S+)$");
  private static final String MAY_USE =
      "SELECT has_schema_privilege('meldcode', 'USAGE'),"
          + " has_schema_privilege('meldcode_keys', 'USAGE')";

  private final PostgresServer server = PostgresServer.empty();

  @TempDir private Path dir;

  @AfterEach
  void forget() throws SQLException {
    server.sql(
        "DROP DATABASE IF EXISTS school WITH (FORCE)",
        "DROP ROLE IF EXISTS school",
        "DROP ROLE IF EXISTS school_keys");
  }

  @Test
  @Covers({"P14", "S23"})
  void itRecordsThereAndTheAccountForTheRestReadsNoKey() throws IOException, SQLException {
    for (String line : found(PREPARED)) {
      server.sql(line.replaceAll("\\bmeldcode", "school").replace("'...'", "'test'"));
    }
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/school";
    Path settings = PrivateFiles.make(dir.resolve("settings"));
    Files.writeString(
        settings,
        "url=" + url + "\nuser=school\npassword=test\nkeysUser=school_keys\nkeysPassword=test\n");

    try (OpenStore open = new OpenStore(dir.resolve("data"), Postgres.in(settings))) {
      assertThat(open.store().dossiers().append(NewEntries.at("99AA").signal("Moe.")))
          .isInstanceOf(Appended.Done.class);
    }
    try (Connection connection = DriverManager.getConnection(url, "school", "test");
        Statement statement = connection.createStatement();
        ResultSet may = statement.executeQuery(MAY_USE)) {
      assertThat(may.next()).isTrue();
      assertThat(may.getBoolean(1)).isTrue();
      assertThat(may.getBoolean(2)).isFalse();
    }
  }

  /** Without, the driver looks in the folder of whoever runs it. */
  @Test
  @Covers("P14")
  void eachAddressSaysByWhatTheServerIsKnown() throws IOException {
    assertThat(found(ADDRESS))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            url -> {
              PGSimpleDataSource read = new PGSimpleDataSource();
              read.setUrl(url);
              assertThat(read.getSslMode()).isEqualTo("verify-full");
              assertThat(read.getSslRootCert()).startsWith("/");
            });
  }

  private static List<String> found(Pattern what) throws IOException {
    return what.matcher(Files.readString(MANUAL)).results().map(one -> one.group(1)).toList();
  }
}
