package nl.meldcode.conformance.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.meldcode.conformance.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide promises of its host. */
class SmallestHostTest {
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
    int outcome =
        Main.run(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            "--host",
            host.origin() + "/connect/v1",
            "--client",
            "meldcode",
            "--key",
            key.toString(),
            "--i-know-this-writes");

    String report = said.toString(StandardCharsets.UTF_8);
    assertThat(report).doesNotContain("FOUT").contains("Niveau: tabbladen.");
    assertThat(outcome).isZero();
  }

  @Test
  void itsPageLaunchesWithoutATokenInAnAddress() throws IOException, InterruptedException {
    String page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(host.origin())).build(), BodyHandlers.ofString())
            .body();

    assertThat(page)
        .contains("method=\"post\" action=\"https://plugin.example/meldcode/launch\"")
        .containsPattern(
            "name=\"launch_token\" value=\"[-_A-Za-z0-9]+\\.[-_A-Za-z0-9]+\\.[-_A-Za-z0-9]+\"");
  }
}
