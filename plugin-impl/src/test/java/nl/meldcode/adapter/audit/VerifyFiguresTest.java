package nl.meldcode.adapter.audit;

import static nl.meldcode.bench.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes to hold a log of a million lines against its chain. */
class VerifyFiguresTest {
  private static final int LINES = 1_000_000;
  private static final int GOAL_SECONDS = 60;

  @TempDir private Path dir;

  @Test
  @Tag("bench")
  @Covers("A03")
  void aMillionLines() throws IOException {
    Path folder = Files.createDirectories(AccessReader.folder(dir));
    byte[] sealed = new byte[256];
    LogLine last = LogLine.beginning();
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("2026-03.log"))) {
      for (int i = 0; i < LINES; i++) {
        last = LogLine.after(last, new SchoolId("99AA"), sealed);
        out.write(last.text());
      }
    }
    long start = System.nanoTime();

    assertThat(AccessReader.check(dir, end -> {}, bytes -> {})).isEqualTo(LINES);

    figure("verify-a-million-log-lines-s", (System.nanoTime() - start) / 1e9, GOAL_SECONDS);
  }
}
