package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Grant;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.Test;

/** The manual says who may do what, from the file with which it is decided. */
class RightsPageTest {
  private static final Path PAGE = Path.of("src/main/resources/manual/rechten.md");

  @Test
  @Covers("S10")
  void thePageIsMadeFromTheTable() throws IOException {
    String page = page();
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).usingCharset(StandardCharsets.UTF_8).hasContent(page);
  }

  private static String page() throws IOException {
    Properties words = words();
    JsonNode table;
    try (InputStream in = RightsPageTest.class.getResourceAsStream("/access/table.json")) {
      table = JsonMapper.builder().build().readTree(in);
    }
    String roles = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | "));
    Stream<String> rows =
        Arrays.stream(Action.values()).map(action -> row(action, table.path(action.name()), words));
    return said(words, "before")
        + "\n| | "
        + roles
        + " |\n|---"
        + "|---".repeat(Role.values().length)
        + "|\n"
        + rows.collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String row(Action action, JsonNode grants, Properties words) {
    return Arrays.stream(Role.values())
        .map(role -> Grant.valueOf(grants.path(role.name()).asText("NEVER")))
        .map(grant -> said(words, "grant." + grant))
        .collect(Collectors.joining(" | ", "| " + said(words, "action." + action) + " | ", " |"));
  }

  private static String said(Properties words, String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  private static Properties words() throws IOException {
    Properties words = new Properties();
    try (InputStream in = RightsPageTest.class.getResourceAsStream("/docs/rights_nl.properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return words;
  }
}
