package nl.meldcode.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Manual;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution with its PostgreSQL driver, on a server as it is installed. */
@Tag("framework")
class PostgresStartTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-03-12","source":"SELF","observer":null,"facts":"Moe."}\
      """;

  @TempDir Path folder;

  @Test
  @Covers({"R05", "R09"})
  void whatIsRecordedThereSurvivesAPowerCutAndNoBackupClaimsToHoldIt() throws IOException {
    int port = StartCommand.freePort();
    Path server = Files.createTempDirectory("meldcode-postgres");
    List<String> words = List.of("integration-tests/postgresql", server.toString(), port + "");
    try (StartCommand postgres = new StartCommand(words)) {
      Await.until("PostgreSQL", Duration.ofSeconds(60), () -> isReady(server, postgres));
      Path settings = settings(port);
      try (StartedSchool school = StartedSchool.inPostgres(settings)) {
        String recorded = school.tab("anja", "sam").record(SIGNAL);
        school.kill();
        school.start();
        assertThat(school.tab("anja", "sam").dossier().entryIds()).containsExactly(recorded);
        assertThat(school.data().resolve("plugin/meldcode.db")).doesNotExist();

        String to = folder.resolve("backups").toString();
        StartCommand backup =
            new StartCommand(List.of("bundle/backup", school.data().toString(), to));
        assertThat(backup.exitCode()).isEqualTo(1);
        assertThat(backup.output()).contains("is in PostgreSQL", "pg_dump").hasLineCount(1);

        StartCommand early = move(school, settings);
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.output()).contains("stop the plugin").hasLineCount(1);
        school.stop();
        StartCommand moved = move(school, settings);
        assertThat(moved.exitCode()).as(moved.output()).isZero();
        assertThat(moved.output()).startsWith("moved: ").contains("the same on both sides");
        try (StartedSchool alone = StartedSchool.on(school.data())) {
          assertThat(alone.tab("anja", "sam").dossier().entryIds()).containsExactly(recorded);
        }
        andBackByTheManual(school, settings, port);
        restoredByTheManual(school, port);
      }
    }
  }

  /** What was recorded after the backup is gone, and nothing else, and it goes on. */
  private void restoredByTheManual(StartedSchool school, int port) {
    Path backups = folder.resolve("server-1");
    assertThat(backups.toFile().mkdir()).isTrue();
    Path plugin = school.data().resolve("plugin");
    Map<String, Object> places = new HashMap<>();
    places.put("/srv/meldcode/plugin", plugin);
    places.put("/back-ups/server-1/", backups);
    places.put("/back-ups/server-1/plugin/heads.log", backups.resolve("plugin/heads.log"));
    places.put("/srv/meldcode/plugin/heads.log", plugin.resolve("heads.log"));
    for (String dump : List.of("meldcode.dump", "meldcode-keys.dump")) {
      places.put(dump, folder.resolve(dump));
    }
    for (String account : List.of("meldcode", "meldcode_keys", "postgres")) {
      places.put("host=HOST dbname=DATABASE user=" + account, database(port));
    }
    List<String> before = school.tab("anja", "sam").dossier().entryIds();

    ended(Manual.command("cp -a /srv/meldcode/plugin", places));
    ended(Manual.command("pg_dump -Fc --schema=meldcode ", places));
    ended(Manual.command("pg_dump -Fc --schema=meldcode_keys", places));
    school.tab("anja", "sam").record(SIGNAL);
    school.tab("nora", "lotte").record(SIGNAL);
    school.stop();
    ended(Manual.command("psql -c", places));
    ended(Manual.command("pg_restore -e -d \"host=HOST dbname=DATABASE user=meldcode\"", places));
    ended(Manual.command("pg_restore -e -d \"host=HOST dbname=DATABASE user=meldcode_", places));
    ended(Manual.command("cp /back-ups/server-1/plugin/heads.log", places));
    school.start();

    assertThat(school.tab("anja", "sam").dossier().entryIds()).isEqualTo(before);
    assertThat(school.tab("nora", "lotte").dossier().entries("Signal")).isEmpty();
    school.tab("anja", "sam").record(SIGNAL);
    assertThat(school.tab("anja", "sam").dossier().entryIds()).hasSize(before.size() + 1);
  }

  /** Into a database that is empty again, which is then laid out in parts. */
  private static void andBackByTheManual(StartedSchool school, Path settings, int port) {
    String database = database(port);
    ended("psql", "-c", "DROP SCHEMA meldcode, meldcode_keys CASCADE", database);
    Map<String, Object> places = Map.of("BESTAND", settings, "/srv/meldcode", school.data());
    assertThat(ended(Manual.command("meldcode-VERSIE/move --to-postgres", places)))
        .startsWith("moved: ");
    ended(Manual.command("psql -v", Map.of("host=HOST dbname=DATABASE user=meldcode", database)));
    school.start();
    assertThat(school.tab("anja", "sam").dossier().entries("Signal")).hasSize(1);
    school.tab("anja", "sam").record(SIGNAL);
  }

  private static String database(int port) {
    return "host=127.0.0.1 port=" + port + " dbname=postgres user=meldcode password=test";
  }

  private static String ended(String... words) {
    return ended(List.of(words));
  }

  private static String ended(List<String> words) {
    try (StartCommand command = new StartCommand(words)) {
      assertThat(command.exitCode()).as(command.output()).isZero();
      return command.output();
    }
  }

  private static StartCommand move(StartedSchool school, Path settings) {
    return new StartCommand(
        List.of("bundle/move", "--to-files", settings.toString(), school.data().toString()));
  }

  private Path settings(int port) throws IOException {
    Path file = folder.resolve("settings");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    Files.writeString(file, "url=" + url + "\nuser=meldcode\npassword=test\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Its last line says so. */
  private static boolean isReady(Path server, StartCommand postgres) {
    assertThat(postgres.isAlive()).as(postgres.output()).isTrue();
    Path file = server.resolve("data/postmaster.pid");
    try {
      return Files.readString(file).strip().endsWith("ready");
    } catch (NoSuchFileException notYetOrOfTheFirstStart) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
