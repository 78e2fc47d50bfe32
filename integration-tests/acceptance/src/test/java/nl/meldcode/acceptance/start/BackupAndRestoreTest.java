package nl.meldcode.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Manual;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: a backup while people record, a machine that is gone, and another one that goes on.
 */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BackupAndRestoreTest {
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private static final long EVERY_MILLIS = 50;

  private Path place = Path.of("");
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private StartedSchool school;
  private Path backups;
  private Path backup = Path.of("");
  private List<String> before = List.of();

  @BeforeAll
  void start(@TempDir Path folder) {
    place = folder;
    school = StartedSchool.now();
    backups = place.resolve("backups/data");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(1)
  @Covers("R09")
  void aBackupIsMadeWhilePeopleRecord() throws IOException {
    school.tab("nora", "daan").record(Forms.signal(today, "Dit wordt vernietigd."));
    Tab nora = school.tab("nora", "lotte");
    acknowledged.add(nora.record(Forms.signal(today, "Het eerste.")));
    ScheduledExecutorService twentyPerSecond = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> recording =
        twentyPerSecond.scheduleAtFixedRate(
            () -> acknowledged.add(nora.record(Forms.signal(today, "Moe."))),
            0,
            EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
    Await.until("a second of it", Duration.ofSeconds(30), () -> acknowledged.size() > 20);
    before = List.copyOf(acknowledged);

    StartCommand made = backup(school.data(), backups);

    assertThat(recording.isDone()).as("nothing stopped it").isFalse();
    twentyPerSecond.shutdownNow();
    assertThat(acknowledged).as("meanwhile").hasSizeGreaterThan(before.size() + 5);
    backup = Path.of(made.output().strip());
    assertThat(Files.readAllLines(school.data().resolve("plugin/heads.log")))
        .containsAll(Files.readAllLines(backup.resolve("plugin/heads.log")));
    assertThat(command("bundle/verify", backup.toString()).exitCode()).isZero();
  }

  @Test
  @Order(2)
  @Covers("P9")
  void whatIsMissingAtAllSchoolsIsCountedWithoutANumberThatPointsAtSomebody() {
    String lotte = school.tab("nora", "lotte").record(Forms.opening(today));
    assertThat(lotte).isNotBlank();

    StartCommand counted =
        command(Manual.command("meldcode-VERSIE/national", Map.of("/srv/meldcode", school.data())));

    assertThat(counted.exitCode()).as(counted.output()).isZero();
    assertThat(counted.output())
        .containsPattern("\nschool;[0-9a-f-]{36};\\*;\\*;\\*;\\*\n")
        .contains("\nall;;*;;;\nunknown;;0;;;\ndamaged;;0;;;\n")
        .doesNotContain("\nrow;");
  }

  @Test
  @Order(2)
  @Covers("R09")
  void ontoARunningOneNothingIsRestored() {
    StartCommand refused =
        command("bundle/restore", "--replace", backup.toString(), school.data().toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("is in use: stop the plugin first").hasLineCount(1);
  }

  @Test
  @Order(3)
  @Covers("R09")
  void oneThatIsKilledIsNoBackup() throws IOException {
    Path target = place.resolve("killed/data");
    Set<Path> left = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      StartCommand started =
          new StartCommand(List.of("bundle/backup", school.data().toString(), target.toString()));
      Await.until(
          "a file of it",
          Duration.ofSeconds(60),
          () -> !left.containsAll(unfinished(target)) || !started.isAlive());
      started.kill();
      left.addAll(unfinished(target));
    }
    for (Path one : unfinished(target)) {
      StartCommand refused = command("bundle/restore", one.toString(), place + "/never");
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output()).contains("is no backup").hasLineCount(1);
    }
    backup(school.data(), target);
    assertThat(unfinished(target)).isEmpty();
    try (Stream<Path> all = Files.list(target)) {
      assertThat(all.filter(one -> one.getFileName().toString().startsWith("meldcode-data-")))
          .isNotEmpty()
          .allMatch(one -> Files.exists(one.resolve("manifest.json")));
    }
  }

  @Test
  @Order(4)
  @Covers({"R09", "S26"})
  void elsewhereItGoesOnWithAllThatWasAcknowledgedAndWithoutWhatWasDestroyed() throws IOException {
    destroy("daan");
    Path elsewhere = place.resolve("elsewhere");

    StartCommand restored = restoredByTheManual(elsewhere);

    assertThat(restored.exitCode()).as(restored.output()).isZero();
    assertThat(restored.output()).contains("destroyed again at the next start: 1.");
    try (StartedSchool again = StartedSchool.on(elsewhere)) {
      View lotte = again.tab("nora", "lotte").dossier();
      Set<String> there = new HashSet<>();
      lotte.entries("Signal").forEach(one -> there.add(one.path("id").asText()));
      assertThat(there).containsAll(before);
      assertThat(again.tab("nora", "daan").dossier().entries("Signal")).isEmpty();
      assertThat(Files.readAllLines(elsewhere.resolve("plugin/heads.log")))
          .startsWith(
              Files.readAllLines(backup.resolve("plugin/heads.log")).toArray(String[]::new));
      again.tab("nora", "lotte").record(Forms.signal(today, "Na de ramp."));
    }
  }

  /** With the keys and the ledger of the last moment, which were kept elsewhere. */
  private StartCommand restoredByTheManual(Path elsewhere) {
    Path keys = place.resolve("backups/keys");
    StartCommand made =
        command(
            Manual.command(
                "meldcode-VERSIE/backup --keys",
                Map.of("/srv/meldcode", school.data(), "/andere-plaats/sleutels", keys)));
    Path ledger = school.data().resolve("erasures.log");
    command(
        Manual.command(
            "cp /srv/meldcode/erasures.log",
            Map.of("/srv/meldcode/erasures.log", ledger, "/derde-plaats/", place)));
    school.kill();
    return command(
        Manual.command(
            "meldcode-VERSIE/restore --keys",
            Map.of(
                "SLEUTELS",
                made.output().strip(),
                "erasures.log",
                place.resolve("erasures.log"),
                "BACK-UP",
                backup,
                "/srv/meldcode",
                elsewhere)));
  }

  private void destroy(String pupil) {
    String request =
        school
            .tab("nora", pupil)
            .record(
                """
                {"kind":"DestructionRequest","requester":"GUARDIAN","on":"%s","reason":"Weerlegd."}"""
                    .formatted(today));
    school
        .tab("petra", pupil)
        .record(
            """
            {"kind":"DestructionDecision","request":"%s","choice":"DESTROY","motivation":"Akkoord."}"""
                .formatted(request));
  }

  private static List<Path> unfinished(Path target) {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(target)) {
      return all.filter(one -> one.getFileName().toString().startsWith(".unfinished")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static StartCommand backup(Path data, Path target) {
    StartCommand made =
        command(
            Manual.command(
                "meldcode-VERSIE/backup --keep",
                Map.of("/srv/meldcode", data, "/back-ups/gegevens", target)));
    assertThat(made.exitCode()).as(made.output()).isZero();
    return made;
  }

  private static StartCommand command(String... words) {
    return command(List.of(words));
  }

  private static StartCommand command(List<String> words) {
    StartCommand command = new StartCommand(words);
    command.exitCode();
    return command;
  }
}
