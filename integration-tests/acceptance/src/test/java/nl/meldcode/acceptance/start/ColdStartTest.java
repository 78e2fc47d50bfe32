package nl.meldcode.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarFile;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.StartCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("framework")
class ColdStartTest {

  private final int port = StartCommand.freePort();

  @TempDir Path data;

  @Test
  void itStartsOnNothingAnswersAndStopsWhenAsked() throws IOException {
    try (StartCommand start = new StartCommand(port, data).untilReady(port)) {
      assertThat(Call.get(uri("/readiness")).send().text()).isEqualTo("{\"status\":\"ready\"}");
      assertThat(start.output()).contains("The plugin:", data.toString()).doesNotContain("ERROR");
      assertThat(start.stop()).isIn(0, 130, 143);
      assertThat(Files.readString(data.resolve("log/meldcode.log"))).contains("Stopped Jetty");
    }
  }

  /** Of a machine with several addresses one may be meant. */
  @Test
  void onAnAddressOfItsOwnItSaysThatItIsReadyToo() {
    try (StartCommand start = new StartCommand(port, data, "--bind", "127.0.0.2")) {
      start.until("Ctrl-C");

      assertThat(start.output()).contains("Listening on 127.0.0.2").doesNotContain("ERROR");
      StartCommand second = new StartCommand(port, data.resolve("b"), "--bind", "127.0.0.2");
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output()).contains("port " + port + " is in use");
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersOfTheInterface() {
    try (StartCommand start = new StartCommand(port, data).untilReady(port)) {
      for (String path : new String[] {"/readiness", "/nowhere"}) {
        Answer answer = Call.get(uri(path)).send();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
            .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("API-Version")).contains("1.0.0");
      }
      Answer unknown = Call.get(uri("/nowhere")).send();
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.header("Content-Type")).contains("application/problem+json");
      assertThat(start.output()).doesNotContain("ERROR");
    }
  }

  @Test
  void afterAPowerCutItStartsOnTheSameData() {
    try (StartCommand first = new StartCommand(port, data).untilReady(port)) {
      first.kill();
    }
    try (StartCommand second = new StartCommand(port, data).untilReady(port)) {
      assertThat(second.output()).contains("The plugin:");
    }
  }

  @Test
  void aSecondStartIsRefusedInOneLine() throws IOException {
    try (StartCommand first = new StartCommand(port, data).untilReady(port)) {
      StartCommand sameData = new StartCommand(StartCommand.freePort(), data);
      assertThat(sameData.exitCode()).isEqualTo(1);
      assertThat(sameData.output())
          .isEqualTo("start: " + data.toRealPath() + " is in use by another start\n");

      StartCommand samePort = new StartCommand(port, data.resolveSibling(data.getFileName() + "b"));
      assertThat(samePort.exitCode()).isEqualTo(1);
      assertThat(samePort.output())
          .isEqualTo("start: port " + port + " is in use; choose another with --port\n");
      assertThat(first.output()).doesNotContain("ERROR");
    }
  }

  @Test
  void whatItCannotDoItRefusesInsteadOfIgnoring() {
    StartCommand absent = new StartCommand(port, data, "--postgres", "settings.properties");

    assertThat(absent.exitCode()).isEqualTo(1);
    assertThat(absent.output()).isEqualTo("start: no file settings.properties\n");
    StartCommand both =
        new StartCommand(port, data, "--postgres", "README.md", "--backups", "backups");
    assertThat(both.exitCode()).isEqualTo(1);
    assertThat(both.output()).startsWith("start: --backups is for SQLite").hasLineCount(1);
  }

  /** Not one fault at a time, and nothing was begun. */
  @Test
  @Covers("P10")
  void allFaultsOfTheSettingsAreSaidAndNothingIsStarted() throws IOException {
    Path settings = data.resolveSibling(data.getFileName() + ".conf");
    Files.writeString(
        settings,
        """
        [nl.meldcode]
        backupAt = 25:00
        backupkeep = 3
        [nl.meldcode.host~school]
        tenant = board
        frameOrigins = http://elsewhere.example
        """);
    try (StartCommand start = new StartCommand(port, data, "--conf", settings.toString())) {
      start.until("start: the plugin does not start");

      assertThat(start.output())
          .contains("nl.meldcode: backupAt = \"25:00\": dat is geen tijd van de dag. Toegestaan:")
          .contains("nl.meldcode: backupAt = \"25:00\": that is no time of the day. Allowed:")
          .contains("nl.meldcode: backupkeep: deze regel kent de plug-in niet")
          .contains("nl.meldcode.host~school: issuer: deze regel ontbreekt of is leeg.")
          .contains("nl.meldcode: protocol: deze regel ontbreekt of is leeg.")
          .contains("frameOrigins = \"http://elsewhere.example\": dat adres begint niet met https");
      assertThat(data.resolve("plugin")).isEmptyDirectory();
      assertThat(data.resolve("keys")).isEmptyDirectory();
      assertThat(Call.get(uri("/readiness")).send().status()).isEqualTo(404);
    }
  }

  /** As its first lines say; what is not filled in is nothing. */
  @Test
  @Covers("P10")
  void aCopyOfTheShippedSettingsIsAllThatItIsGiven() throws IOException {
    Path settings = data.resolveSibling(data.getFileName() + ".conf");
    Files.writeString(
        settings,
        Files.readString(StartCommand.ROOT.resolve("bundle/meldcode.conf"))
            .replace("#dataDir =", "dataDir = " + data)
            .replace("#publicUri =", "publicUri = http://127.0.0.1:" + port + "/meldcode")
            .replace("#protocol =", "protocol = onderwijs-2019@1.0.0"));
    List<String> words =
        List.of("bundle/start", "--port", port + "", "--conf", settings.toString());
    try (StartCommand start = new StartCommand(words).untilReady(port)) {
      assertThat(start.output()).contains("Data in " + data + ";").doesNotContain("ERROR");
      assertThat(Files.readString(data.resolve("conf/configuration.json")))
          .contains("onderwijs-2019@1.0.0")
          .doesNotContain("nl.meldcode.host");
    }
  }

  @Test
  @Covers("P10")
  void whereItIsInDoubtWhichHostOrWhichDataAreMeantNothingIsStarted() throws IOException {
    Path settings = data.resolveSibling(data.getFileName() + ".conf");
    Files.writeString(settings, "[nl.meldcode.host~school]\ntenant = board\n");
    Path host = Files.writeString(data.resolveSibling(data.getFileName() + ".json"), "{}");
    String conf = settings.toString();

    StartCommand nowhere = new StartCommand(List.of("bundle/start", "--conf", conf));
    assertThat(nowhere.exitCode()).isEqualTo(1);
    assertThat(nowhere.output()).startsWith("start: where are the data to be").hasLineCount(1);
    StartCommand both = new StartCommand(port, data, "--host", host.toString(), "--conf", conf);
    assertThat(both.exitCode()).isEqualTo(1);
    assertThat(both.output()).contains("names a host too").hasLineCount(1);
  }

  @Test
  void foldersOfDataAndKeysBelongToTheirOwnerAlone() throws IOException {
    try (StartCommand start = new StartCommand(port, data).untilReady(port)) {
      for (String folder : new String[] {"plugin", "keys"}) {
        assertThat(Files.getPosixFilePermissions(data.resolve(folder)))
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      }
      assertThat(start.output()).doesNotContain("ERROR");
    }
  }

  @Test
  void theShippedBundleExportsTheApiAlone() throws IOException {
    Path bundle = StartCommand.ROOT.resolve("bundle/target/distribution/plugin/nl.meldcode.jar");
    try (JarFile jar = new JarFile(bundle.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Export-Package"))
          .isEqualTo("nl.meldcode.api;version=\"1.0.0\"");
    }
  }

  /** Who puts a system together from bundles sees that a host in it finds its tabs. */
  @Test
  void theShippedBundleSaysThatItOffersTheTabs() throws IOException {
    Path bundle = StartCommand.ROOT.resolve("bundle/target/distribution/plugin/nl.meldcode.jar");
    try (JarFile jar = new JarFile(bundle.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Provide-Capability"))
          .contains("osgi.service;objectClass:List<String>=\"nl.meldcode.api.PluginTabs\"");
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/meldcode/api/v1" + path);
  }
}
