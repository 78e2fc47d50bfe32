package nl.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about ASVS claims nothing that no test shows, and names no test that is not there. */
class AsvsTest {
  private static final int FEWEST = 100;
  private static final Path PAGE = Path.of("src/docs/asvs.md");
  private static final List<Path> TESTS =
      List.of(Path.of("src/test/java"), Path.of("../integration-tests/acceptance/src/test/java"));
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ?([^|]*) ?\\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void eachRowNamesItsTestOrSaysThatItIsNotMet() throws IOException {
    List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results().toList();
    Map<String, String> sources = sources();
    Set<String> ids = new HashSet<>();

    assertThat(rows).hasSizeGreaterThan(FEWEST);
    for (MatchResult row : rows) {
      String id = row.group(1);
      assertThat(ids.add(id)).as("%s once", id).isTrue();
      List<MatchResult> tests = NAMED.matcher(row.group(4)).results().toList();
      assertThat(tests.isEmpty()).as("%s has no test", id).isEqualTo(row.group(4).isBlank());
      assertThat(!tests.isEmpty() || row.group(3).contains("not met")).as(id).isTrue();
      for (MatchResult test : tests) {
        assertThat(sources).as(id).containsKey(test.group(1));
        String declared =
            test.group(2) == null ? "class " + test.group(1) + "\\b" : " " + test.group(2) + "\\(";
        assertThat(sources.get(test.group(1))).as(id).containsPattern(declared);
      }
    }
    assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| \\d+\\.\\d.*")))
        .as("every row is read")
        .hasSameSizeAs(rows);
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> all = new HashMap<>();
    for (Path root : TESTS) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          all.put(name, Files.readString(file));
        }
      }
    }
    return all;
  }
}
