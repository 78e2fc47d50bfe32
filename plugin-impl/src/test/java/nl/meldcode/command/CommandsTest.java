package nl.meldcode.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.meldcode.Covers;
import nl.meldcode.verify.KeptData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked on a command line is done, or refused in one line. */
@Covers("R09")
class CommandsTest {
  @TempDir private Path place;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatOneCommandMakesTheOtherPutsBack() {
    Path data = place.resolve("data");
    new KeptData(data).goOn();

    assertThat(backup("data", data.toString(), place + "/b")).isZero();
    String made = taken(out);
    assertThat(Path.of(made)).isDirectory();
    assertThat(backup("keys", data.toString(), place + "/k", "3")).isZero();
    String keys = taken(out);

    assertThat(restore(made, place + "/new", keys, "")).isZero();
    assertThat(taken(out)).startsWith("No newer erasures.log").contains("\nRestored: ");
    assertThat(restore(made, place + "/new", "", "", "replace")).isZero();
    assertThat(taken(out)).contains("What was there is in " + place.resolve("new"));
    assertThat(taken(err)).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    assertThat(backup("data", place.toString(), place + "/b")).isEqualTo(1);
    assertThat(taken(err)).startsWith("backup: ").contains("no data directory").hasLineCount(1);
    assertThat(restore(place.toString(), place + "/new", "", "")).isEqualTo(1);
    assertThat(taken(err)).startsWith("restore: ").contains("is no backup").hasLineCount(1);
    assertThat(backup("data")).isEqualTo(2);
    assertThat(restore("x")).isEqualTo(2);
  }

  @Test
  void anAnswerAboutAllSchoolsIsPrintedOrMissedInOneLine() throws IOException {
    List<String> data = List.of(place.toString());
    assertThat(national(List.of())).isEqualTo(2);
    assertThat(taken(err)).isEqualTo("national-check: DATA");
    assertThat(national(data)).as("nobody answers").isEqualTo(1);
    assertThat(taken(err)).contains("the plugin does not answer").hasLineCount(1);
    assertThat(place.resolve("run")).as("nobody asks any more").isEmptyDirectory();

    Files.createFile(place.resolve("run/ask-national"));
    assertThat(national(data)).isEqualTo(1);
    assertThat(taken(err)).contains("somebody asks already").hasLineCount(1);
    Files.delete(place.resolve("run/ask-national"));

    Thread plugin = new Thread(this::answer);
    plugin.start();
    assertThat(national(data)).isZero();
    assertThat(taken(out)).isEqualTo("what;which");
    assertThat(place.resolve("run")).isEmptyDirectory();
  }

  private void answer() {
    try {
      Path run = place.resolve("run");
      while (!Files.exists(run.resolve("ask-national"))) {
        Thread.onSpinWait();
      }
      Files.writeString(run.resolve("national.csv"), "what;which\n");
      Files.delete(run.resolve("ask-national"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int national(List<String> words) {
    return NationalCheckCommand.run(words, Duration.ofSeconds(2), stream(out), stream(err));
  }

  private int backup(String... words) {
    return BackupCommand.run(List.of(words), Clock.systemUTC(), stream(out), stream(err));
  }

  private int restore(String... words) {
    return RestoreCommand.run(List.of(words), Clock.systemUTC(), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, UTF_8);
  }

  private static String taken(ByteArrayOutputStream from) {
    String text = from.toString(UTF_8).strip();
    from.reset();
    return text;
  }
}
