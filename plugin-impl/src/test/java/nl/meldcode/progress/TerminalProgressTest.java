package nl.meldcode.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** A bar on a terminal, nothing elsewhere. */
class TerminalProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void itTellsPartRateAndHowFarAndLeavesACleanLine() {
    try (TerminalProgress progress = on(80)) {
      progress.begin("dossiers", 200);
      progress.at(50);
    }
    String text = out.toString(UTF_8);
    assertThat(text).contains("dossiers", "25%", "50/200", "/s").doesNotContain("\n");
    assertThat(text.substring(text.lastIndexOf('\r', text.length() - 2))).isBlank();
    assertThat(text.split("\r", -1)).allMatch(line -> line.length() < 80);
  }

  @Test
  void withoutATerminalItIsQuiet() {
    try (TerminalProgress progress = on(0)) {
      progress.begin("dossiers", 200);
      progress.at(200);
    }
    assertThat(out.size()).isZero();
  }

  private TerminalProgress on(int columns) {
    return new TerminalProgress(new PrintStream(out, true, UTF_8), columns);
  }
}
