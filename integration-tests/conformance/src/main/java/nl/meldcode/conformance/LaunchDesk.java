package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands where the plugin would be until somebody opens a tab of it in the host. */
final class LaunchDesk implements AutoCloseable {
  private static final String TOKEN = "launch_token=";
  private final HttpServer server;
  private final BlockingQueue<Launched> come = new ArrayBlockingQueue<>(1);

  /**
   * A launch as it came.
   *
   * @param uri where it was sent, as the host was told
   */
  record Launched(String method, String origin, String token, String uri) {
    @Override
    public String toString() {
      return "Launched[" + method + "]";
    }
  }

  /** Listens at this port of the loopback. */
  LaunchDesk(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/meldcode/launch", this::launch);
    server.createContext("/meldcode/descriptor", this::descriptor);
    server.start();
  }

  /** The address that the host is to know as the plugin's. */
  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/meldcode";
  }

  /** The first launch that comes within this time. */
  Optional<Launched> await(Duration patience) {
    try {
      return Optional.ofNullable(come.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void launch(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String token = token(form).or(() -> token(query)).orElse("");
    String origin = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Origin")).orElse("");
    boolean first =
        come.offer(new Launched(exchange.getRequestMethod(), origin, token, base() + "/launch"));
    answer(exchange, "text/plain; charset=utf-8", first ? "OK" : "OK, maar de toets loopt al");
  }

  private static Optional<String> token(String fields) {
    return List.of(fields.split("&", -1)).stream()
        .filter(field -> field.startsWith(TOKEN))
        .map(field -> URLDecoder.decode(field.substring(TOKEN.length()), UTF_8))
        .findFirst();
  }

  /** As much of the plugin's descriptor as a host needs to show a tab. */
  private void descriptor(HttpExchange exchange) throws IOException {
    Map<String, Object> tab =
        Map.of(
            "key", "overview",
            "group", "Meldcode",
            "location", "pupil.record",
            "title", Map.of("nl", "Meldcode", "en", "Meldcode"),
            "path", "/tabs/overview",
            "order", 1,
            "requiredHostRoles",
                List.of("teacher", "careCoordinator", "safeguardingOfficer", "head"),
            "fallback", "newWindow");
    answer(
        exchange,
        "application/json",
        Json.text(
            Map.of(
                "key", "nl.meldcode",
                "name", Map.of("nl", "Meldcode", "en", "Meldcode"),
                "contractVersions", List.of("1.0"),
                "launchUri", base() + "/launch",
                "tabs", List.of(tab))));
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(1);
  }
}
