package nl.meldcode.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ledger;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;

/**
 * The shipped distribution with what the plugin keeps on a disk of its own, and somebody who
 * records signals there.
 */
final class SchoolOnSmallDisk implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WRITER = "anja";

  private final SmallDisk disk;
  private final StartedSchool school;
  private final Tab tab;
  private final Ledger ledger = new Ledger();

  private SchoolOnSmallDisk(SmallDisk disk, StartedSchool school) {
    this.disk = disk;
    this.school = school;
    tab = school.tab(WRITER, "lotte");
  }

  /** Starts it; the test is left out where there can be no such disk. */
  static SchoolOnSmallDisk of(int mebibytes) throws IOException {
    Path data = Files.createTempDirectory("meldcode-school");
    SmallDisk disk = SmallDisk.at(Files.createDirectory(data.resolve("plugin")), mebibytes);
    return new SchoolOnSmallDisk(disk, StartedSchool.on(data));
  }

  StartedSchool school() {
    return school;
  }

  SmallDisk disk() {
    return disk;
  }

  Tab tab() {
    return tab;
  }

  /** A file of the plugin. */
  Path file(String name) {
    return school.data().resolve("plugin").resolve(name);
  }

  /** Records a signal under that key, and remembers what was promised about it. */
  Answer send(UUID key) {
    ledger.sent(key, WRITER);
    Answer answer = tab.unread(key, Forms.signal(DAY, key.toString())).send();
    if (answer.status() == 201) {
      ledger.acknowledge(key, answer.json().path("id").asText());
    }
    return answer;
  }

  /** Nobody starts anything again, and everything that was sent comes to be recorded. */
  void untilAllIsRecorded() {
    for (UUID key : ledger.uncertain().keySet()) {
      Await.until("it is recorded", PATIENCE, () -> send(key).status() == 201);
    }
  }

  void assertKept() {
    ledger.assertKept(tab);
  }

  void assertNothingElse() {
    ledger.assertKept(tab);
    ledger.assertNothingElse(tab);
  }

  /** What was kept is whole, as an inspector sees it. */
  @Override
  public void close() {
    try {
      school.stop();
      StartCommand verify = new StartCommand(List.of("bundle/verify", school.data().toString()));
      assertThat(verify.exitCode()).as(verify.output()).isZero();
    } finally {
      school.close();
      disk.close();
    }
  }
}
