package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.meldcode.Covers;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that writes, at any moment, and looks whether its word was kept. */
@Tag("durability")
class DurabilityTest {
  private static final int KILLS = 10;
  private final NewEntries entries = NewEntries.at("99AA");

  @TempDir private Path dir;

  /** Opens the store of that data directory. */
  OpenStore opened(Path folder) {
    return new OpenStore(folder);
  }

  /** What the process that writes has to know besides. */
  List<String> where() {
    return List.of();
  }

  @Test
  @Covers("R05")
  void nothingThatWasAcknowledgedIsLostByAKill() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      acknowledged.addAll(killedAfter(20 + 37 * i));
      assertThat(lost(acknowledged)).as("lost after kill %d", i + 1).isEmpty();
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS * 20);
  }

  /** The check above would find a store that acknowledges before it commits. */
  @Test
  @Covers("R05")
  void aProcessThatAcknowledgesTooEarlyIsCaught() throws Exception {
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < 3 * KILLS && lost.isEmpty(); i++) {
      lost.addAll(lost(killedAfter(20 + i, "lie")));
    }
    assertThat(lost).isNotEmpty();
  }

  /** Reads that many acknowledgements, kills, and reads those that were still under way. */
  private List<String> killedAfter(int many, String... more) throws Exception {
    Process process = start(more);
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        if (line.length() == 36) {
          acknowledged.add(line);
        }
        if (acknowledged.size() == many) {
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(many);
    return acknowledged;
  }

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                dir.toString(),
                entries.dossier().toString(),
                entries.pupil().toString()));
    command.addAll(where());
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Opens the store again; the chain is checked in reading. A retry finds its entry. */
  private List<String> lost(List<String> acknowledged) {
    try (OpenStore open = opened(dir)) {
      Dossiers dossiers = open.store().dossiers();
      Dossier dossier = dossiers.find(entries.school(), entries.dossier()).orElseThrow();
      assertThat(open.store().damaged()).isZero();
      assertThat(dossier.version()).isEqualTo(dossier.entries().size());
      List<String> lost =
          acknowledged.stream()
              .filter(key -> dossiers.recordedUnder(entries.school(), uuid(key)).isEmpty())
              .toList();
      if (lost.isEmpty()) {
        UUID last = uuid(acknowledged.get(acknowledged.size() - 1));
        assertThat(dossiers.append(entries.signal("another body", last, null)))
            .isEqualTo(new Appended.OtherBody());
      }
      return lost;
    }
  }

  private static UUID uuid(String key) {
    return UUID.fromString(key);
  }
}
