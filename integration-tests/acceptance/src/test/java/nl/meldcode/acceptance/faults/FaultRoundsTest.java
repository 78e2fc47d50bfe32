package nl.meldcode.acceptance.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.AtOnce;
import nl.meldcode.acceptance.kit.Photos;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Round after round of disks that get full or fail at random places, with little memory. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultRoundsTest {
  private static final int ROUNDS = Integer.getInteger("meldcode.faults", 100);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final List<Integer> ANSWERS = List.of(200, 201, 429, 503, 507);
  private static final List<String> FILES =
      List.of("meldcode.db-wal", "meldcode.db", "keys/keys.db-wal", "heads.log");

  private final Random random = new Random(SEED);
  private int refused;
  private @Nullable SchoolOnSmallDisk started;

  @BeforeAll
  void start() throws IOException {
    started = SchoolOnSmallDisk.of(40);
    // Files are for a dossier that was opened.
    started.school().tab("nora", "lotte").record(Forms.opening(SchoolOnSmallDisk.DAY));
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
  @Covers({"R06", "R07"})
  void nothingAcknowledgedIsLostAndEveryRoundEndsInRecording() {
    for (int round = 0; round < ROUNDS; round++) {
      try {
        if (round % 2 == 0) {
          place().disk().fillBut(random.nextInt(64) * 4096L);
          work(30);
          place().disk().makeRoom();
        } else {
          failing();
        }
        place().untilAllIsRecorded();
        place().assertNothingElse();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + e.getMessage(), e);
      }
    }
    assertThat(refused).as("refusals, or nothing was tried").isGreaterThan(ROUNDS);
  }

  private void failing() {
    FailingCalls.during(
        place().school().pid(),
        random.nextBoolean() ? "fsync,fdatasync" : "pwrite64,ftruncate",
        "error=%s:when=%d%s"
            .formatted(
                random.nextBoolean() ? "EIO" : "ENOSPC",
                1 + random.nextInt(10),
                random.nextBoolean() ? "+" : ""),
        place().file(FILES.get(random.nextInt(FILES.size()))),
        () -> work(15));
  }

  /** Whatever is asked is answered, with one of the answers that there are for it. */
  private void work(int times) {
    for (int i = 0; i < times; i++) {
      Tab tab = place().tab();
      Answer answer =
          switch (random.nextInt(6)) {
            case 0 -> tab.call("PUT", "/drafts/Signal").json("{\"facts\": \"x\"}").send();
            case 1 -> tab.call("GET", "/dossier").send();
            case 2 -> tab.attach(Photos.sheet("png"));
            default -> place().send(UUID.randomUUID());
          };
      assertThat(answer.status()).as(answer.toString()).isIn(ANSWERS);
      refused += answer.status() > 500 ? 1 : 0;
    }
  }

  @Test
  @Covers("R17")
  void looksAndUploadsAtOnceFitInLittleMemory() {
    Tab tab = place().tab();
    for (int i = 0; i < 5; i++) {
      AtOnce.of(
              15,
              one ->
                  one % 3 == 0
                      ? tab.attach(Photos.sheet("jpg"))
                      : tab.call("GET", "/dossier").send())
          .forEach(answer -> assertThat(answer.status()).isIn(ANSWERS));
    }
    place().send(UUID.randomUUID()).expect(201);
    place().assertNothingElse();
  }
}
