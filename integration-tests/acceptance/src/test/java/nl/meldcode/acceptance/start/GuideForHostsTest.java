package nl.meldcode.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.StartCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for vendors tells to type, with ports that are free here. */
@Tag("framework")
class GuideForHostsTest {
  private static final Path GUIDE = StartCommand.ROOT.resolve("plugin-api/src/docs/hosts.md");
  private static final Pattern SETTINGS = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("name=\"launch_token\" value=\"([^\"]+)\"");

  private final int port = StartCommand.freePort();

  @TempDir Path folder;

  @Test
  @Covers("P6")
  void theSmallestHostCarriesATabAndPassesTheKit() throws IOException {
    int hostPort = StartCommand.freePort();
    Path settings = Files.writeString(folder.resolve("host.json"), settings(hostPort));
    Path data = folder.resolve("data");
    String plugin = "http://127.0.0.1:" + port + "/meldcode";
    String key = data.resolve("keys/plugin-jwk.json").toString();
    String protocol = "onderwijs-2019@1.0.0";
    try (StartCommand start =
        new StartCommand(port, data, "--host", settings.toString(), "--protocol", protocol)
            .untilReady(port)) {
      try (StartCommand host = run("smallest-host", hostPort + "", key, plugin)) {
        String origin = "http://localhost:" + hostPort;
        host.until(origin);

        assertThat(opened(origin, plugin).header("Location").orElse(""))
            .endsWith("/overzicht?start");

        try (StartCommand kit = kit(origin, key)) {
          assertThat(kit.exitCode()).as(kit.output()).isZero();
          assertThat(kit.output()).contains("Niveau: tabbladen.");
        }
      }
      assertThat(start.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @Covers("P6")
  void theReferenceHostPassesTheKitWhole() {
    Path data = folder.resolve("data");
    List<String> words = List.of("bundle/start", "--port", port + "", "--data", data.toString());
    try (StartCommand start = new StartCommand(words).untilReady(port)) {
      String key = data.resolve("keys/plugin-jwk.json").toString();
      try (StartCommand kit = kit("http://localhost:" + port, key, "--i-know-this-writes")) {
        assertThat(kit.exitCode()).as(kit.output()).isZero();
        assertThat(kit.output()).contains("Niveau: meldingen.");
      }
      assertThat(start.output()).doesNotContain("ERROR");
    }
  }

  @Test
  void settingsThatAreNoneAreRefusedInOneLine() throws IOException {
    Path settings = Files.writeString(folder.resolve("host.json"), "tenant=x");

    try (StartCommand start = new StartCommand(port, folder, "--host", settings.toString())) {
      assertThat(start.exitCode()).isEqualTo(1);
      assertThat(start.output()).isEqualTo("start: " + settings + " holds no JSON object\n");
    }
  }

  /** The answer to the form on the host's page. */
  private static Answer opened(String origin, String plugin) {
    Matcher token = TOKEN.matcher(Call.get(URI.create(origin)).send().text());
    assertThat(token.find()).isTrue();
    return Call.post(URI.create(plugin + "/launch"))
        .header("Origin", origin)
        .header("Sec-Fetch-Dest", "iframe")
        .form(Map.of("launch_token", token.group(1)))
        .send()
        .expect(303);
  }

  private String settings(int hostPort) throws IOException {
    Matcher block = SETTINGS.matcher(Files.readString(GUIDE));
    assertThat(block.find()).isTrue();
    return block.group(1).replace(":8070", ":" + hostPort).replace(":8080", ":" + port);
  }

  private static StartCommand kit(String origin, String key, String... more) {
    String base = origin + "/connect/v1";
    List<String> words =
        List.of("conformance", "--host", base, "--client", "meldcode", "--key", key);
    return run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static StartCommand run(String... words) {
    return new StartCommand(
        Stream.concat(Stream.of("integration-tests/run"), Stream.of(words)).toList());
  }
}
