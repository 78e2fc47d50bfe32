package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.application.port.NewEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system was asked to put on disk, as strace saw it. */
class SyncsTest {
  private static final String LOG_OF_WRITES = "meldcode.db-wal>";

  @TempDir private Path dir;

  /** How many writes were acknowledged, and how many syncs there were in all. */
  private record Run(int acknowledged, long syncs) {}

  /**
   * Opening costs some too, so that two runs are compared; the last write of each was under way.
   */
  @Test
  @Covers("R06")
  void eachAcknowledgedWriteCostsOneSync() throws Exception {
    Run few = run("few", 10);
    Run many = run("many", 45);

    int writes = many.acknowledged() - few.acknowledged();
    assertThat(writes).isGreaterThan(25);
    assertThat(many.syncs() - few.syncs()).isCloseTo((long) writes, within(2L));
  }

  private Run run(String name, int enough) throws IOException, InterruptedException {
    NewEntries entries = NewEntries.at("99AA");
    Path calls = dir.resolve(name + ".txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    "strace",
                    "--follow-forks",
                    "--decode-fds",
                    "--trace=fsync,fdatasync",
                    "--output=" + calls,
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AppendingProcess.class.getName(),
                    dir.resolve(name).toString(),
                    entries.dossier().toString(),
                    entries.pupil().toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged += line.length() == 36 ? 1 : 0;
        if (acknowledged == enough) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    try (Stream<String> all = Files.lines(calls)) {
      return new Run(acknowledged, all.filter(one -> one.contains(LOG_OF_WRITES)).count());
    }
  }
}
