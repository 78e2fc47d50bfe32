package nl.meldcode.conformance.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.conformance.example.Connect.Reply;

/** A pupil administration system that fits on a few pages; see the guide for vendors. */
public final class SmallestHost {
  static final String TENANT = "kleine-school";
  static final String DEPLOYMENT = "proef";
  private static final String PUPIL = "7e0a1c9e-2a55-4f8e-9a43-0c1f0a6b3001";
  private static final String OFFICER = "7e0a1c9e-2a55-4f8e-9a43-0c1f0a6b4002";

  private final HttpServer server;
  private final String origin;
  private final String plugin;
  private final Tokens tokens;
  private final Connect connect;

  private SmallestHost(int port, JWK pluginKey, String plugin) throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    origin = "http://localhost:" + server.getAddress().getPort();
    this.plugin = plugin;
    tokens = new Tokens(new JWKSet(pluginKey.toPublicJWK()));
    connect = new Connect(origin);
    server.createContext("/connect/", this::connect);
    server.createContext("/", this::page);
  }

  /**
   * PORT, a file with the plugin's key (JWK), and where the plugin is when a tab is to be opened.
   */
  public static void main(String... arguments) throws JOSEException {
    try {
      String plugin = arguments.length > 2 ? arguments[2] : "";
      int port = Integer.parseInt(arguments[0]);
      System.out.println(start(port, key(Path.of(arguments[1])), plugin).origin);
    } catch (IOException
        | ParseException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      System.err.println(
          "Gebruik: smallest-host POORT SLEUTELBESTAND [PLUG-IN]; " + e.getMessage());
      System.exit(2);
    }
  }

  /** The plugin's key: alone, or the first of a set. */
  private static JWK key(Path file) throws IOException, ParseException {
    String text = Files.readString(file);
    return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys().get(0) : JWK.parse(text);
  }

  static SmallestHost start(int port, JWK pluginKey, String plugin)
      throws IOException, JOSEException {
    SmallestHost host = new SmallestHost(port, pluginKey, plugin);
    host.server.start();
    return host;
  }

  String origin() {
    return origin;
  }

  void stop() {
    server.stop(0);
  }

  private void connect(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath().substring("/connect/".length());
    Headers out = exchange.getResponseHeaders();
    out.set("API-Version", "1.0.0");
    out.set("Cache-Control", "no-store");
    out.set("X-Content-Type-Options", "nosniff");
    Reply reply;
    if (path.equals("oauth/token")) {
      Map<String, String> form = form(new String(body, UTF_8));
      String assertion = form.getOrDefault("client_assertion", "");
      String audience = origin + "/connect/oauth/token";
      Optional<Map<String, Object>> token =
          tokens.exchange(assertion, form.getOrDefault("scope", ""), audience);
      reply =
          token.map(Connect::json).orElseGet(() -> Connect.problem(401, "Onbekende aansluiting"));
    } else if (path.equals("v1/openapi.json")) {
      out.set("Access-Control-Allow-Origin", "*");
      send(exchange, 200, Connect.resource("/nl/meldcode/api/host-connect.openapi.json"));
      return;
    } else if (path.equals("v1/jwks.json")) {
      reply = Connect.json(tokens.publicKeys());
    } else {
      reply = path.startsWith("v1/") ? data(exchange, path.substring(3), body) : notFound();
    }
    if (!reply.next().isEmpty()) {
      out.set("Link", "<" + reply.next() + ">; rel=\"next\"");
    }
    tagged(exchange, reply);
  }

  private static Reply notFound() {
    return Connect.problem(404, "Niet gevonden");
  }

  /** Only with a token, and only what the token names. */
  private Reply data(HttpExchange exchange, String path, byte[] body) {
    Headers in = exchange.getRequestHeaders();
    Optional<Set<String>> scopes =
        tokens.scopes(Optional.ofNullable(in.getFirst("Authorization")).orElse(""));
    String[] steps = path.split("/", -1);
    if (scopes.isEmpty()) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return Connect.problem(401, "Een geldig token ontbreekt");
    }
    String needed = Connect.scope(steps[0]);
    if (!needed.isEmpty() && !scopes.get().contains(needed)) {
      return Connect.problem(403, "Het token noemt dit niet");
    }
    if (path.equals("pupils/_search") && exchange.getRequestMethod().equals("POST")) {
      boolean json = "application/json".equals(in.getFirst("Content-Type"));
      return json ? connect.search(body) : Connect.problem(415, "Alleen JSON");
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return exchange.getRequestMethod().equals("GET") ? connect.get(steps, form(query)) : notFound();
  }

  /** With an ETag, by which the same need not be sent twice. */
  private static void tagged(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = Connect.bytes(reply);
    String tag = '"' + Integer.toHexString(Arrays.hashCode(body)) + '"';
    if (reply.status() == 200) {
      exchange.getResponseHeaders().set("ETag", tag);
    }
    boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    send(exchange, known ? 304 : reply.status(), known ? new byte[0] : body);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    String type = status >= 400 ? "application/problem+json" : "application/json";
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of(type));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  /** Evi's page, as Paul sees it: a frame, and a form that brings a fresh launch into it. */
  private void page(HttpExchange exchange) throws IOException {
    Map<String, ?> claims =
        Map.ofEntries(
            Map.entry("sub", OFFICER),
            Map.entry("tenant", TENANT),
            Map.entry("deployment", DEPLOYMENT),
            Map.entry("school", "7e0a1c9e-2a55-4f8e-9a43-0c1f0a6b1001"),
            Map.entry("pupil", PUPIL),
            Map.entry("tab", "overview"),
            Map.entry("roles", List.of("safeguardingOfficer", "head")),
            Map.entry("locale", "nl"),
            Map.entry("auth_time", System.currentTimeMillis() / 1000),
            Map.entry("acr", "password"),
            Map.entry("nonce", UUID.randomUUID().toString()),
            Map.entry("dest", "iframe"));
    String launch = plugin + "/launch";
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    String html =
        """
        <!doctype html><html lang="nl"><title>Evi Bergsma</title><h1>Evi Bergsma, groep 5</h1>
        <form method="post" action="%s" target="plugin">
        <input type="hidden" name="launch_token" value="%s"><button>Meldcode openen</button></form>
        <iframe name="plugin" title="Meldcode" width="100%%" height="800"
         sandbox="allow-forms allow-scripts allow-same-origin allow-downloads allow-popups"></iframe></html>
        """
            .formatted(launch, tokens.launch(claims, origin, launch));
    send(exchange, 200, html.getBytes(UTF_8));
  }
}
