package nl.meldcode.adapter.host;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A host on loopback with recorded replies; keeps what it was asked. */
public final class HostStub implements AutoCloseable {
  static final String TENANT = "7d1b9d3c-28a1-4a53-9a0c-000000000001";
  static final String DEPLOYMENT = "7d1b9d3c-28a1-4a53-9a0c-000000000002";

  final ECKey key;
  final AtomicInteger concurrent = new AtomicInteger();
  final AtomicInteger mostConcurrent = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile @Nullable Answering toAll;

  public HostStub() throws IOException, JOSEException {
    key = key("host-1");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    answer("POST /oauth/token", json(200, "{\"access_token\":\"abc\",\"expires_in\":300}"));
    answer("GET /jwks", json(200, new JWKSet(key.toPublicJWK()).toString()));
  }

  static ECKey key(String id) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  /** A request as it came in. */
  public record Asked(String line, Map<String, String> headers, String body) {}

  /** A reply; each character of the body is a byte. */
  public record Canned(int status, Map<String, String> headers, String body) {}

  /** Makes the reply to a request. */
  public interface Answering {
    Canned to(Asked asked);
  }

  public static Canned json(int status, String body) {
    return new Canned(status, Map.of("Content-Type", "application/json;charset=utf-8"), body);
  }

  public static Canned problem(int status, String type) {
    String body = "{\"type\":\"https://host.example/problems/" + type + "\"}";
    return new Canned(status, Map.of("Content-Type", "application/problem+json"), body);
  }

  /** What a host says when somebody must log in first. */
  public static Canned loginPage() {
    return new Canned(200, Map.of("Content-Type", "text/html"), "<html>Inloggen</html>");
  }

  /** From now on this is the reply to requests of that method and path, without query. */
  public void answer(String line, Canned reply) {
    answers.put(line, request -> reply);
  }

  /** The same, with a reply that is made for each request. */
  public void answer(String line, Answering reply) {
    answers.put(line, reply);
  }

  /** From now on this is the reply to every request but those for a token; null ends it. */
  public void answerAll(@Nullable Answering reply) {
    toAll = reply;
  }

  /** Requests so far whose line starts like that. */
  public List<Asked> asked(String line) {
    return asked.stream().filter(one -> one.line().startsWith(line)).toList();
  }

  /** All of them. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Scheme and authority. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  HostSettings settings() {
    return settings(base());
  }

  /** A host at that address. */
  static HostSettings settings(String base) {
    return new HostSettings(
        TENANT,
        base + "/tenants/" + TENANT,
        DEPLOYMENT,
        URI.create(base + "/connect/v1"),
        URI.create(base + "/oauth/token"),
        URI.create(base + "/jwks"),
        List.of(base),
        URI.create("http://127.0.0.1:9/meldcode/launch"),
        "meldcode");
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostConcurrent.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
    try (exchange) {
      Map<String, String> headers = new ConcurrentHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      Asked request =
          new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body);
      asked.add(request);
      String path = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Answering answering = answers.getOrDefault(path, one -> problem(404, "not-found"));
      Answering all = path.contains("/token") ? null : toAll;
      send(exchange, (all == null ? answering : all).to(request));
    } finally {
      concurrent.decrementAndGet();
    }
  }

  /** A negative status hangs up without a word. */
  private static void send(HttpExchange exchange, Canned reply) throws IOException {
    if (reply.status() < 0) {
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
