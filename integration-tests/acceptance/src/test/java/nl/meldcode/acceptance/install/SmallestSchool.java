package nl.meldcode.acceptance.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession.Launch;
import nl.meldcode.acceptance.kit.Site;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.jspecify.annotations.Nullable;

/**
 * The smallest host, and how a plugin that is installed somewhere and this host know each other.
 */
final class SmallestSchool implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int STEADY = 30;
  private static final Pattern TOKEN = Pattern.compile("name=\"launch_token\" value=\"([^\"]+)\"");

  private final int hostPort = StartCommand.freePort();
  private final Path data;
  private final int port;
  private final Site site;
  private @Nullable StartCommand host;

  /** For a plugin that will answer on this port and keep its data in this folder. */
  SmallestSchool(int port, Path data) {
    this.port = port;
    this.data = data;
    site = new Site(URI.create("http://localhost:" + hostPort), plugin(""), "");
  }

  /** The configuration {@code nl.meldcode}. */
  Map<String, String> ofPlugin() {
    return Map.of(
        "dataDir", data.toString(),
        "publicUri", plugin("").toString(),
        "protocol", "onderwijs-2019@1.0.0");
  }

  /** The configuration {@code nl.meldcode.host}. */
  Map<String, String> ofHost() {
    String origin = "http://localhost:" + hostPort;
    Map<String, String> settings = new TreeMap<>();
    settings.put("tenant", "kleine-school");
    settings.put("deployment", "proef");
    settings.put("issuer", origin);
    settings.put("baseUri", origin + "/connect/v1");
    settings.put("tokenUri", origin + "/connect/oauth/token");
    settings.put("jwksUri", origin + "/connect/v1/jwks.json");
    settings.put("frameOrigins", origin);
    settings.put("launchUri", plugin("/launch").toString());
    settings.put("clientId", "meldcode");
    return settings;
  }

  /** Writes a configuration as a file that File Install reads. */
  static void write(Path file, Map<String, String> settings) {
    String lines =
        settings.entrySet().stream()
            .map(one -> one.getKey() + " = " + one.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the plugin offers its tabs, and stays: while bundles and configurations come in one
   * by one it begins anew a few times.
   */
  void untilOffered(StartCommand where) {
    int[] times = {0};
    Await.until(
        "the tabs",
        PATIENCE,
        () -> {
          times[0] = isOfferedBy(where) ? times[0] + 1 : 0;
          return times[0] == STEADY;
        });
  }

  /** Waits until there is an HTTP service, whatever it answers. */
  void untilSomebodyListens() {
    Await.until("an answer", PATIENCE, () -> descriptor() != 0);
  }

  private boolean isOfferedBy(StartCommand where) {
    if (!where.isAlive()) {
      throw new AssertionError("it ended: " + where.output());
    }
    return isOffered();
  }

  /** Whether the plugin offers its tabs now. */
  boolean isOffered() {
    return descriptor() == 200;
  }

  /** The status of the answer; 0 without one. */
  private int descriptor() {
    try {
      return Call.get(plugin("/descriptor")).send().status();
    } catch (UncheckedIOException notListeningYet) {
      return 0;
    }
  }

  /** Opens the tab from the host's page and records what somebody saw. */
  void recordsASignal() {
    Tab tab = open();
    int before = tab.dossier().entries("Signal").size();

    tab.record(Forms.signal(LocalDate.now(ZoneId.of("Europe/Amsterdam")), "Viel in slaap."));

    assertThat(open().dossier().entries("Signal")).hasSize(before + 1);
  }

  /** Opens the tab from the host's page; the host is started when it is first needed. */
  Tab open() {
    if (host == null) {
      String key = data.resolve("keys/plugin-jwk.json").toString();
      host =
          new StartCommand(
                  List.of(
                      "integration-tests/run",
                      "smallest-host",
                      hostPort + "",
                      key,
                      plugin("").toString()))
              .until(site.host().toString());
    }
    Matcher token = TOKEN.matcher(Call.get(site.host()).send().text());
    assertThat(token.find()).isTrue();
    return Tab.open(site, new Launch(plugin("/launch"), token.group(1)));
  }

  private URI plugin(String path) {
    return URI.create("http://127.0.0.1:" + port + "/meldcode" + path);
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
    }
  }
}
