package nl.meldcode.acceptance.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.Tab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shipped distribution on a disk that is full, and on one that fails. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskTest {
  private @Nullable SchoolOnSmallDisk started;

  @BeforeAll
  void start() throws IOException {
    started = SchoolOnSmallDisk.of(16);
  }

  @AfterAll
  void stop() {
    if (started != null) {
      started.close();
    }
  }

  private SchoolOnSmallDisk place() {
    return requireNonNull(started);
  }

  @Test
  @Covers({"R07", "P11"})
  void aFullDiskIsSaidSoReadingGoesOnAndSoDoesRecordingOnceThereIsRoom() {
    place().disk().fillBut(0);
    Answer refused = place().send(UUID.randomUUID());
    for (int i = 0; refused.status() == 201 && i < 500; i++) {
      refused = place().send(UUID.randomUUID());
    }

    refused.expect(507);
    assertThat(refused.header("Content-Type")).contains("application/problem+json");
    assertThat(refused.header("Retry-After")).contains("30");
    assertThat(refused.json().path("detail").asText())
        .contains("De schijf van de server is vol", "niets bewaard");
    for (int i = 0; i < 20; i++) {
      place().assertKept();
    }
    StartCommand check = check();
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output()).contains("Maak ruimte", "gaat dan binnen een minuut vanzelf verder");
    assertThat(ready()).isEqualTo(503);
    HostSession.Launch launch =
        HostSession.signIn(place().school().site(), "nora").launch(Ids.pupil("daan"));
    assertThat(Tab.post(place().school().site(), launch).status()).isIn(303, 507);

    place().disk().makeRoom();
    place().untilAllIsRecorded();
    assertThat(check().output()).doesNotContain("gaat dan binnen een minuut vanzelf verder");
    assertThat(ready()).isEqualTo(200);
    place().assertNothingElse();
  }

  @Test
  @Covers({"R06", "R07", "A07"})
  void aSyncThatFailsIsNoAnswerAndNoLook() throws IOException {
    UUID key = UUID.randomUUID();
    withoutSyncs(
        place().file("meldcode.db-wal"),
        () -> {
          Answer refused = place().send(key);
          refused.expect(503);
          assertThat(refused.header("Retry-After")).isPresent();
          place().assertKept();
          assertThat(check().output()).contains("Herstel de schijf");
          place().send(key).expect(503);
        });
    // By itself it would be tried within half a minute; who asks how it is lets it be tried now.
    assertThat(check().output()).doesNotContain("Herstel de schijf");
    place().untilAllIsRecorded();

    withoutSyncs(
        newestLog(),
        () -> {
          Answer refused = place().tab().call("GET", "/dossier").send();
          refused.expect(503);
          assertThat(refused.text()).doesNotContain(key.toString());
        });
    place().assertNothingElse();
  }

  private void withoutSyncs(Path file, Runnable work) {
    FailingCalls.during(place().school().pid(), "fsync,fdatasync", "error=EIO", file, work);
  }

  private Path newestLog() throws IOException {
    try (Stream<Path> all = Files.list(place().file("access"))) {
      return all.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private StartCommand check() {
    StartCommand check =
        new StartCommand(List.of("bundle/check", place().school().data().toString()));
    check.exitCode();
    return check;
  }

  private int ready() {
    return Call.get(place().school().site().plugin("/health/ready")).send().status();
  }
}
