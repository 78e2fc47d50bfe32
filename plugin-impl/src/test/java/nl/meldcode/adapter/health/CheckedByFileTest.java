package nl.meldcode.adapter.health;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.figures.AllSchools;
import nl.meldcode.domain.figures.Row;
import nl.meldcode.domain.figures.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How all schools stand, for who may write in the data directory. */
@Covers("P9")
class CheckedByFileTest {
  private static final Row ROW =
      new Row(new Shown(12), List.of(Shown.NOT, new Shown(7), Shown.NOT));

  @TempDir private Path data;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(data.resolve("run"));
  }

  private AllSchools check(LongConsumer done) {
    done.accept(1);
    progress.add(read("national.progress"));
    return new AllSchools(
        Instant.parse("2026-03-02T08:30:00Z"),
        List.of(new AllSchools.School(new SchoolId("99AA"), ROW)),
        new Shown(12),
        new TreeMap<>(Map.of("S3.1", ROW)),
        2,
        1);
  }

  private String read(String name) {
    try {
      return Files.readString(data.resolve("run").resolve(name));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void whoAsksFindsAPrivateTableWhenTheQuestionIsGone() throws IOException {
    CheckedByFile checked = new CheckedByFile(data, () -> 3, this::check);
    checked.look();
    assertThat(data.resolve("run")).as("nobody asked").isEmptyDirectory();
    Path ask = Files.createFile(data.resolve("run/ask-national"));

    checked.look();

    assertThat(ask).doesNotExist();
    assertThat(progress).containsExactly("0 3\n");
    assertThat(data.resolve("run/national.progress")).doesNotExist();
    Path answer = data.resolve("run/national.csv");
    assertThat(Files.getPosixFilePermissions(answer)).isEqualTo(fromString("rw-------"));
    assertThat(answer)
        .hasContent(
            """
            # 2026-03-02T08:30:00Z
            what;which;open;late;missing;nothing missing
            school;99AA;12;*;7;*
            row;S3.1;12;*;7;*
            all;;12;;;
            unknown;;2;;;
            damaged;;1;;;
            """);
  }

  @Test
  void whoStopsThePluginIsNotKeptWaitingAndTheQuestionStays() throws IOException {
    Path ask = Files.createFile(data.resolve("run/ask-national"));
    CheckedByFile checked = new CheckedByFile(data, () -> 3, this::check);

    Thread.currentThread().interrupt();
    checked.look();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(progress).isEmpty();
    assertThat(ask).exists();
    assertThat(data.resolve("run/national.csv")).doesNotExist();
  }
}
