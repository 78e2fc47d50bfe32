package nl.meldcode.conformance.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meldcode.conformance.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide promises of its host. */
class SmallestHostTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN =
      Pattern.compile("name=\"launch_token\" value=\"([-_A-Za-z0-9]+(?:\\.[-_A-Za-z0-9]+){2})\"");

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path key;
  private SmallestHost host;

  @BeforeEach
  void start() throws JOSEException, IOException {
    ECKey pair = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    key = Files.writeString(folder.resolve("key.json"), pair.toJSONString());
    host = SmallestHost.start(0, pair, "https://plugin.example/meldcode");
  }

  @AfterEach
  void stop() {
    host.stop();
  }

  @Test
  void itReachesTheLevelOfTabs() {
    int outcome = kit("--i-know-this-writes");

    assertThat(report()).doesNotContain("FOUT").contains("Niveau: tabbladen.");
    assertThat(outcome).isZero();
  }

  @Test
  void aTabThatIsOpenedPassesTheRulesOfLaunching() throws Exception {
    int port = freePort();
    host.stop();
    ECKey pair = ECKey.parse(Files.readString(key));
    host = SmallestHost.start(0, pair, "http://127.0.0.1:" + port + "/meldcode");
    CompletableFuture<Integer> outcome =
        CompletableFuture.supplyAsync(() -> kit("--launch-port", String.valueOf(port)));
    while (!report().contains("/meldcode in de host")) {
      Thread.sleep(20);
    }

    Matcher token = TOKEN.matcher(page());
    assertThat(token.find()).isTrue();
    HttpRequest launch =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/meldcode/launch"))
            .header("Origin", host.origin())
            .POST(BodyPublishers.ofString("launch_token=" + token.group(1)))
            .build();
    assertThat(HTTP.send(launch, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

    assertThat(outcome.get()).as(report()).isZero();
    assertThat(report()).doesNotContain("niemand opende").contains("goed            LAUNCH-7");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void itsPageLaunchesWithoutATokenInAnAddress() throws IOException, InterruptedException {
    assertThat(page())
        .contains("method=\"post\" action=\"https://plugin.example/meldcode/launch\"")
        .containsPattern(TOKEN);
  }

  private String page() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(host.origin())).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private int kit(String... more) {
    String base = host.origin() + "/connect/v1";
    return Main.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        Stream.concat(
                Stream.of("--host", base, "--client", "meldcode", "--key", key.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String report() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
