package nl.meldcode.acceptance.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Manual;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the manual tells administrators to type is typed by a test. */
@Tag("framework")
class ManualCommandsTest {
  private static final Pattern TYPED =
      Pattern.compile("Manual\\.command\\(\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");

  @Test
  @Covers("P14")
  void eachIsRunByATestAsItStandsThere() throws IOException {
    List<String> typed = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      for (Path source : sources.filter(one -> one.toString().endsWith(".java")).toList()) {
        TYPED
            .matcher(Files.readString(source))
            .results()
            .forEach(one -> typed.add(one.group(1).replace("\\\"", "\"")));
      }
    }
    assertThat(Manual.commands())
        .hasSizeGreaterThan(8)
        .allSatisfy(command -> assertThat(typed).anyMatch(command::startsWith));
  }
}
