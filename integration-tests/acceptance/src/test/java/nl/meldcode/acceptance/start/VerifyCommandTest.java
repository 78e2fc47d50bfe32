package nl.meldcode.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command for an inspector: the data, the public keys, and nothing else. */
@Tag("framework")
class VerifyCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  @TempDir private Path folder;

  @Test
  @Covers({"A01", "A03", "C.7"})
  void whatTheSchoolKeptIsWhatWasWrittenUntilSomebodyTouchesIt() throws IOException {
    try (StartedSchool school = StartedSchool.at(DAY, LocalTime.of(9, 0))) {
      school.tab("anja", "lotte").record(Forms.signal(DAY, "Moe."));
      Path keys = folder.resolve("jwks.json");
      Files.writeString(keys, Call.get(school.site().plugin("/jwks.json")).send().text());
      school.stop();

      StartCommand good = verify(school.data(), "--keys", keys.toString());
      assertThat(good.exitCode()).as(good.output()).isZero();
      assertThat(good.output())
          .contains("goed           Handtekeningen  1 keer getekend")
          .contains("1 vastleggingen in 1 dossiers sluiten aan")
          .doesNotContain("Moe", "Lotte", "SLF4J", "WARN");

      Files.writeString(
          school.data().resolve("plugin/heads.signed"),
          "eyJhbGciOiJub25lIn0.e30.\n",
          StandardOpenOption.APPEND);
      StartCommand forged = verify(school.data(), "--keys", keys.toString());
      assertThat(forged.exitCode()).isEqualTo(1);
      assertThat(forged.output()).contains("FOUT           Handtekeningen  heads.signed line 2");
      assertThat(verify(school.data()).exitCode()).as("signatures are left alone").isZero();
    }
  }

  @Test
  void whatItCannotLookAtItSaysInOneLine() {
    for (List<String> bad : List.of(List.<String>of(), List.of("/nowhere"), List.of("--what"))) {
      StartCommand command = verify(bad);
      assertThat(command.exitCode()).isEqualTo(2);
      assertThat(command.output()).startsWith("verify: ").hasLineCount(1);
    }
    StartCommand empty = verify(folder);
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.output()).contains("is no data directory of the plugin");
  }

  private static StartCommand verify(Path data, String... more) {
    List<String> words = new ArrayList<>(List.of(data.toString()));
    words.addAll(List.of(more));
    return verify(words);
  }

  private static StartCommand verify(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("bundle/verify"));
    words.addAll(arguments);
    return new StartCommand(words);
  }
}
