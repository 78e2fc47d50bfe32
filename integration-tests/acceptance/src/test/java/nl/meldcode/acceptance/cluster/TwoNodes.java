package nl.meldcode.acceptance.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.HostSession.Launch;
import nl.meldcode.acceptance.kit.Json;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;

/**
 * A school with two nodes of the plugin on one database, as behind a balancer: both go by the
 * address of the first.
 */
final class TwoNodes implements AutoCloseable {
  private static final List<String> KEYS = List.of("admin.key", "plugin-jwk.json");

  private final StartedSchool first;
  private final Path secondData;
  private final URI secondPlugin;
  private final StartCommand second;

  /** Starts them on the database of these settings. */
  TwoNodes(Path settings) {
    first = StartedSchool.inPostgres(settings);
    int port = StartCommand.freePort();
    secondPlugin = URI.create("http://127.0.0.1:" + port + "/meldcode");
    try {
      secondData = Files.createTempDirectory("meldcode-node");
      Path keys = Files.createDirectories(secondData.resolve("keys"));
      for (String key : KEYS) {
        Path from = first.data().resolve("keys").resolve(key);
        Files.copy(from, keys.resolve(key), StandardCopyOption.COPY_ATTRIBUTES);
      }
      Path conf =
          Files.writeString(
              secondData.resolve("node.conf"),
              "[nl.meldcode]\npublicUri = " + first.site().plugin() + "\n");
      second =
          new StartCommand(
                  port,
                  secondData,
                  "--host",
                  host().toString(),
                  "--conf",
                  conf.toString(),
                  "--protocol",
                  "scope-2013@1.0.0",
                  "--postgres",
                  settings.toString())
              .untilReady(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first node was told of the host. */
  private Path host() throws IOException {
    Path all = first.data().resolve("conf/configuration.json");
    JsonNode host = Json.read(Files.readString(all)).path("nl.meldcode.host~demo");
    return Files.writeString(secondData.resolve("host.json"), host.toString());
  }

  /** The present day there. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  }

  /** The first node, with the host. */
  StartedSchool first() {
    return first;
  }

  /** This tab by way of the second node. */
  Tab atSecond(Tab tab) {
    return tab.at(secondPlugin);
  }

  /** What the second node answers to this launch. */
  Answer launchAtSecond(Launch launch) {
    URI there = URI.create(secondPlugin + "/launch");
    return Tab.post(first.site(), new Launch(there, launch.token()));
  }

  /** Whether both say that they are ready. */
  boolean areReady() {
    return List.of(first.site().plugin(), secondPlugin).stream()
        .allMatch(node -> Call.get(URI.create(node + "/health/ready")).send().status() == 200);
  }

  /** What each says about how it is, to who looks after it. */
  List<String> standing() {
    List<String> said = new ArrayList<>();
    for (Path data : List.of(first.data(), secondData)) {
      StartCommand check = new StartCommand(List.of("bundle/check", data.toString()));
      check.exitCode();
      said.add(check.output());
    }
    return said;
  }

  @Override
  public void close() {
    second.close();
    first.close();
  }
}
