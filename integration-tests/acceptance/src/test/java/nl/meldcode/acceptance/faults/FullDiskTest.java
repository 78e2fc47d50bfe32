package nl.meldcode.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Ledger;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shipped distribution on a disk that is full, and on one that fails. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Ledger ledger = new Ledger();
  private SmallDisk disk;
  private StartedSchool school;
  private Tab tab;

  @BeforeAll
  void start() throws IOException {
    Path data = Files.createTempDirectory("meldcode-school");
    disk = SmallDisk.at(Files.createDirectory(data.resolve("plugin")), 16);
    school = StartedSchool.on(data);
    tab = school.tab("anja", "lotte");
  }

  /** What was acknowledged is there, and the inspector's command finds nothing amiss. */
  @AfterAll
  void stop() {
    if (school != null) {
      school.stop();
      StartCommand verify = new StartCommand(List.of("bundle/verify", school.data().toString()));
      assertThat(verify.exitCode()).as(verify.output()).isZero();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @AfterEach
  void nothingWasLost() {
    disk.makeRoom();
    ledger.assertKept(tab);
    ledger.assertNothingElse(tab);
  }

  @Test
  @Covers({"R07", "P11"})
  void aFullDiskIsSaidSoReadingGoesOnAndSoDoesRecordingOnceThereIsRoom() {
    disk.fillBut(0);
    UUID key = UUID.randomUUID();
    Answer refused = send(key);
    for (int i = 0; refused.status() == 201 && i < 500; i++) {
      key = UUID.randomUUID();
      refused = send(key);
    }

    refused.expect(507);
    assertThat(refused.header("Content-Type")).contains("application/problem+json");
    assertThat(refused.header("Retry-After")).contains("30");
    assertThat(refused.json().path("detail").asText())
        .contains("De schijf van de server is vol", "niets bewaard");
    tab.attach(new byte[300_000]).expect(400);
    for (int i = 0; i < 20; i++) {
      ledger.assertKept(tab);
    }
    StartCommand check = check();
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output()).contains("Maak ruimte", "gaat dan binnen een minuut vanzelf verder");
    assertThat(ready()).isEqualTo(503);
    HostSession.Launch launch = HostSession.signIn(school.site(), "nora").launch(Ids.pupil("daan"));
    assertThat(Tab.post(school.site(), launch).status()).isIn(303, 507);

    disk.makeRoom();
    untilRecorded(key);
    assertThat(check().output()).doesNotContain("gaat dan binnen een minuut vanzelf verder");
    assertThat(ready()).isEqualTo(200);
  }

  @Test
  @Covers({"R06", "R07", "A07"})
  void aSyncThatFailsIsNoAnswerAndNoLook() throws IOException {
    send(UUID.randomUUID()).expect(201);
    UUID key = UUID.randomUUID();
    try (FailingCalls failing = failing(plugin("meldcode.db-wal"))) {
      Answer refused = send(key);
      refused.expect(503);
      assertThat(refused.header("Retry-After")).isPresent();
      ledger.assertKept(tab);
      assertThat(check().output()).contains("Herstel de schijf");
      send(key).expect(503);
    }
    untilRecorded(key);

    try (FailingCalls failing = failing(newestLog())) {
      Answer refused = tab.call("GET", "/dossier").send();
      refused.expect(503);
      assertThat(refused.text()).doesNotContain(key.toString());
    }
    tab.call("GET", "/dossier").send().expect(200);
  }

  private FailingCalls failing(Path file) {
    return FailingCalls.of(school.pid(), "fsync,fdatasync", "error=EIO", file);
  }

  private Path plugin(String name) {
    return school.data().resolve("plugin").resolve(name);
  }

  private Path newestLog() throws IOException {
    try (Stream<Path> all = Files.list(plugin("access"))) {
      return all.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private Answer send(UUID key) {
    Answer answer = tab.unread(key, Forms.signal(DAY, key.toString())).send();
    if (answer.status() == 201) {
      ledger.acknowledge(key, answer.json().path("id").asText());
    }
    return answer;
  }

  /** Nobody starts anything again. */
  private void untilRecorded(UUID key) {
    Await.until("it is recorded", PATIENCE, () -> send(key).status() == 201);
  }

  private StartCommand check() {
    StartCommand check = new StartCommand(List.of("bundle/check", school.data().toString()));
    check.exitCode();
    return check;
  }

  private int ready() {
    return Call.get(school.site().plugin("/health/ready")).send().status();
  }
}
