package nl.meldcode.adapter.health;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("P11")
class AskedByFileTest {
  @TempDir private Path data;

  @Test
  void whoAsksFindsPrivateAnswersWhenTheQuestionIsGone() throws IOException {
    AtomicInteger times = new AtomicInteger();
    AskedByFile asked =
        new AskedByFile(data, Map.of("check.txt", () -> "time " + times.incrementAndGet()));
    asked.look();
    assertThat(data).as("nobody asked").isEmptyDirectory();

    for (int i = 1; i <= 2; i++) {
      Files.createDirectories(data.resolve("run"));
      Path ask = Files.createFile(data.resolve("run/ask"));
      asked.look();
      asked.look();

      Path answer = data.resolve("run/check.txt");
      assertThat(ask).doesNotExist();
      assertThat(answer).hasContent("time " + i);
      assertThat(Files.getPosixFilePermissions(answer)).isEqualTo(fromString("rw-------"));
    }
    try (var files = Files.list(data.resolve("run"))) {
      assertThat(files).hasSize(1);
    }
  }
}
