package nl.meldcode.acceptance.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.StartCommand;

/** Three servers with PostgreSQL, Patroni and etcd; see {@code integration-tests/cluster}. */
final class Cluster implements AutoCloseable {
  private static final int SERVERS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String NET = "198.18.77.";

  private final boolean synchronous;
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  /**
   * Starts it and waits until it is whole.
   *
   * @param synchronous whether it acknowledges only what two of its servers have
   */
  Cluster(boolean synchronous) {
    this.synchronous = synchronous;
    try {
      Path folder = Files.createTempDirectory("meldcode-cluster");
      String script = StartCommand.ROOT.resolve("integration-tests/cluster").toString();
      process =
          new ProcessBuilder(script, folder.toString(), Boolean.toString(synchronous))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    orders = process.outputWriter(UTF_8);
    answers = process.inputReader(UTF_8);
    answer();
    awaitWhole();
  }

  /** Settings of a node that may use any of these servers, by their numbers. */
  Path settings(int... servers) {
    List<String> hosts = new ArrayList<>();
    for (int server : servers) {
      hosts.add(NET + server + ":5432");
    }
    try {
      Path file = Files.createTempFile("meldcode-cluster", ".settings");
      Files.writeString(
          file,
          "url=jdbc:postgresql://%s/meldcode\nuser=meldcode\npassword=test\n"
              .formatted(String.join(",", hosts)));
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the server that takes writes, as all of them say; the cluster is whole. */
  int primary() {
    return leaders().iterator().next();
  }

  /** Lets it end at once, with the others a little behind. */
  void kill(int server) {
    order("kill " + server);
  }

  /** Lets nobody reach it, nor it the others, while it runs on. */
  void cut(int server) {
    order("cut " + server);
  }

  /** Lets it do nothing any more, without knowing that. */
  void freeze(int server) {
    order("stop " + server);
  }

  /** Undoes any of these. */
  void start(int server) {
    order("start " + server);
  }

  /** What the administrator of the database is answered there; nothing within three seconds. */
  String ask(int server, String sql) {
    return order("ask " + server + " " + sql);
  }

  /** Waits until all servers follow one, and that one waits for another if it should. */
  void awaitWhole() {
    Await.until("the whole cluster", PATIENCE, this::isWhole);
  }

  /** Waits until another server takes writes. */
  void awaitOtherThan(int server) {
    int witness = server % SERVERS + 1;
    Await.until(
        "another server", PATIENCE, () -> !Set.of(0, server).contains(leader(members(witness))));
  }

  private boolean isWhole() {
    try {
      return leaders().size() == 1;
    } catch (UncheckedIOException e) {
      return false; // not listening yet, or not any more
    }
  }

  /** Whom each server takes for the one that takes writes; less than one where it sees no whole. */
  private Set<Integer> leaders() {
    Set<Integer> leaders = new HashSet<>();
    for (int server = 1; server <= SERVERS; server++) {
      List<JsonNode> members = members(server);
      leaders.add(isWhole(members) ? leader(members) : -server);
    }
    return leaders;
  }

  private boolean isWhole(List<JsonNode> members) {
    Set<String> roles = new HashSet<>();
    Set<Integer> timelines = new HashSet<>();
    for (JsonNode member : members) {
      roles.add(requireNonNull(member.path("role").asText()));
      timelines.add(member.path("timeline").asInt());
      if (!Set.of("running", "streaming").contains(member.path("state").asText())) {
        return false;
      }
    }
    return members.size() == SERVERS
        && timelines.size() == 1
        && roles.contains("leader")
        && roles.contains("sync_standby") == synchronous;
  }

  private static int leader(List<JsonNode> members) {
    return members.stream()
        .filter(member -> member.path("role").asText().equals("leader"))
        .mapToInt(Cluster::number)
        .findFirst()
        .orElse(0);
  }

  /** All servers, as one of them sees them. */
  private static List<JsonNode> members(int server) {
    List<JsonNode> members = new ArrayList<>();
    URI cluster = URI.create("http://" + NET + server + ":8008/cluster");
    Call.get(cluster).send().json().path("members").forEach(members::add);
    return members;
  }

  private static int number(JsonNode member) {
    String name = requireNonNull(member.path("name").asText());
    return Integer.parseInt(name.substring(name.length() - 1));
  }

  private String order(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer();
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null || !line.startsWith("done")) {
        throw new AssertionError("the cluster says " + line);
      }
      return line.substring("done".length()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (orders) {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
