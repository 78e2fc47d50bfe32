package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, against a server that is no host at all. */
class MainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    assertThat(run("--host", "http://localhost/connect/v1")).isEqualTo(2);
    assertThat(said()).contains("Ontbreekt: --client, --key").contains("Gebruik:");
  }

  @Test
  void whatIsUnknownIsNamed() {
    assertThat(run("--lang", "en", "--hots", "--host", "x", "--client", "c", "--key", "k"))
        .isEqualTo(2);
    assertThat(said()).contains("Unknown or incomplete: --hots");
  }

  @Test
  void anAddressMustBeOne() {
    assertThat(run("--host", "ftp://x", "--client", "c", "--key", "k")).isEqualTo(2);
    assertThat(said()).contains("--host ftp://x");
  }

  @Test
  void aPortThatCannotBeIsSaid() {
    assertThat(run("--host", "http://localhost:99999/x", "--client", "c", "--key", "k"))
        .isEqualTo(2);
    assertThat(said()).contains("--host http://localhost:99999/x");
  }

  @Test
  void whoAsksForHelpIsToldTheUsageAndNothingElse() {
    assertThat(run("--lang", "en", "--help")).isEqualTo(0);
    assertThat(said()).startsWith("Usage: integration-tests/run conformance --host URL");
  }

  @Test
  void aLanguageThatIsNotSpokenIsSaid() {
    assertThat(run("--lang", "fr", "--host", "http://x", "--client", "c", "--key", "k"))
        .isEqualTo(2);
    assertThat(said()).contains("Onbekend of onvolledig: --lang fr");
  }

  @Test
  void aReportThatCannotBeKeptIsSaidBeforeAnythingIsLookedAt() {
    Path nowhere = folder.resolve("weg").resolve("report.xml");

    assertThat(runOn(folder.resolve("key.json"), "--out", nowhere.toString())).isEqualTo(2);

    assertThat(said()).contains("Er is geen map voor " + nowhere);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoIsNotThereIsSaidWithWhatWasAsked() throws IOException {
    Path key = Files.writeString(folder.resolve("key.json"), Identity.newKey().toJSONString());
    stop();

    assertThat(runOn(key)).isEqualTo(1);

    assertThat(said())
        .contains("/connect/oauth/token: op dat adres neemt niemand verbindingen aan");
  }

  @Test
  void aKeyThatIsNotThereIsMadeAndItsPublicPartTold() throws IOException, ParseException {
    Path key = folder.resolve("key.json");

    assertThat(runOn(key)).isEqualTo(2);

    ECKey made = ECKey.parse(Files.readString(key));
    assertThat(made.isPrivate()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(said()).contains(made.getKeyID()).doesNotContain(made.getD().toString());
  }

  @Test
  void whatIsNoKeyIsSaidWithoutShowingIt() throws IOException {
    Path key = Files.writeString(folder.resolve("key.json"), "geheim");

    assertThat(runOn(key)).isEqualTo(2);
    assertThat(said()).contains("geen EC-sleutelpaar").doesNotContain("geheim");
  }

  @Test
  void aServerThatIsNoHostFailsInAllThreeForms() throws IOException {
    Path key = Files.writeString(folder.resolve("key.json"), Identity.newKey().toJSONString());

    assertThat(runOn(key)).isEqualTo(1);
    assertThat(said()).contains("FOUT").contains("Niveau: nog geen.").contains("ACCESS-2");
    assertThat(said().lines().filter(one -> one.startsWith("FOUT")))
        .as("what was not looked at is not said to be wrong")
        .allMatch(one -> one.contains("ACCESS-"));

    Path json = folder.resolve("report.json");
    assertThat(runOn(key, "--format", "json", "--out", json.toString())).isEqualTo(1);
    JsonNode report = Json.read(Files.readAllBytes(json));
    assertThat(report.path("rules").size()).isEqualTo(Kit.rules().size());
    assertThat(report.path("level").asText()).isEqualTo("NONE");
    assertThat(said()).as("people read along").contains("FOUT").contains("Niveau: nog geen.");

    Path junit = folder.resolve("report.xml");
    assertThat(runOn(key, "--format", "junit", "--out", junit.toString())).isEqualTo(1);
    assertThat(Files.readString(junit))
        .contains("<testsuite name=\"host-connect\" tests=\"" + Kit.rules().size() + "\"")
        .contains("<failure message=");
  }

  @Test
  void nothingIsWrittenWithoutSayingSo() throws IOException {
    List<String> methods = new ArrayList<>();
    byte[] token = "{\"access_token\": \"abc\"}".getBytes(UTF_8);
    server.createContext(
        "/connect/oauth/",
        exchange -> {
          exchange.sendResponseHeaders(200, token.length);
          exchange.getResponseBody().write(token);
          exchange.close();
        });
    server.createContext(
        "/connect/v1/",
        exchange -> {
          methods.add(exchange.getRequestMethod());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    Path key = Files.writeString(folder.resolve("key.json"), Identity.newKey().toJSONString());

    runOn(key);

    assertThat(methods).isNotEmpty().hasSizeGreaterThan(30).containsOnly("GET");
  }

  private int runOn(Path key, String... more) {
    List<String> all = new ArrayList<>();
    String base = "http://localhost:" + server.getAddress().getPort() + "/connect/v1";
    all.addAll(List.of("--host", base, "--client", "kit", "--key", key.toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private int run(String... words) {
    said.reset();
    return Main.run(new PrintStream(said, true, UTF_8), words);
  }

  private String said() {
    return said.toString(UTF_8);
  }
}
