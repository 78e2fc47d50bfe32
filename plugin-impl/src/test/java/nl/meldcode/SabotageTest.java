package nl.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The patches that break a control on purpose, for {@code integration-tests/run sabotage}: each
 * still fits the code, and each control of the requirements has one.
 */
class SabotageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PATCHES = Path.of("src/test/sabotage");

  /** Any row can have one; each of S and A has to. */
  private static final Pattern FIRST_LINE =
      Pattern.compile("# ([SA]\\d\\d|[A-Z]\\.?\\d+[a-z]?) (\\w+Test)");

  private static final Pattern ROW = Pattern.compile("\\| ([SA]\\d\\d) \\|.*");

  /** What is said of a row that is no control in this code, or none yet. */
  private static final Set<String> WITHOUT =
      // no rich text, export; the bundle and its parts; how fast verifying is
      Set.of("S15", "S17", "S27", "S28", "A03");

  static List<Path> patches() throws IOException {
    try (Stream<Path> all = Files.list(PATCHES)) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("patches")
  void eachStillFitsTheCodeAndNamesATestThatIsThere(Path patch) throws IOException {
    List<String> lines = Files.readAllLines(patch);
    Matcher first = FIRST_LINE.matcher(lines.get(0));
    assertThat(first.matches()).as(lines.get(0)).isTrue();
    assertThat(tests()).contains(first.group(2) + ".java");

    String code = "";
    int hunks = 0;
    for (int at = 1; at < lines.size(); at++) {
      if (lines.get(at).startsWith("+++ b/")) {
        code = Files.readString(ROOT.resolve(lines.get(at).substring("+++ b/".length())));
      } else if (lines.get(at).startsWith("@@")) {
        assertThat(code).contains(before(lines, at + 1));
        hunks++;
      }
    }
    assertThat(hunks).isPositive();
  }

  @Test
  void eachControlHasOne() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path patch : patches()) {
      String row = Files.readAllLines(patch).get(0).substring(2, 5);
      if (row.matches("[SA]\\d\\d")) {
        broken.add(row);
      }
    }
    Set<String> rows =
        Files.readAllLines(Path.of("src/docs/requirements.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .filter(row -> !WITHOUT.contains(row))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(broken).isEqualTo(rows);
  }

  /** The lines that a hunk finds in the code: those that stay and those that go. */
  private static String before(List<String> lines, int from) {
    List<String> found = new ArrayList<>();
    for (int at = from; at < lines.size() && !lines.get(at).matches("(@@|--- a/).*"); at++) {
      if (!lines.get(at).startsWith("+") && !lines.get(at).startsWith("\\")) {
        found.add(lines.get(at).isEmpty() ? "" : lines.get(at).substring(1));
      }
    }
    return String.join("\n", found);
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
