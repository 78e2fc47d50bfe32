package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.adapter.http.HostHttp;

/** A host on loopback that keeps the contract, but for one behaviour at a time. */
final class MisbehavingHost implements AutoCloseable {
  private static final String BASE = "/connect/v1";
  private static final int SMALL = 10;

  final HostRoster roster;
  final HostRecords records = new HostRecords();
  final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  final AtomicInteger mostConcurrent = new AtomicInteger();

  /** Bytes of endless bodies that went out. */
  final AtomicLong sent = new AtomicLong();

  /** Whether the behaviour holds for that request; for all of them unless said otherwise. */
  volatile Predicate<String> where = line -> true;

  volatile Behaviour behaviour = Behaviour.NONE;

  /** What becomes of the body of an honest answer. */
  volatile UnaryOperator<String> spoil = body -> body;

  /** How long a request takes. */
  volatile int millis;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger concurrent = new AtomicInteger();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  MisbehavingHost(HostRoster roster) throws IOException {
    this.roster = roster;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Calls to it, in the plugin's name. */
  HostClient client(HostHttp http, Path folder, Clock clock) throws IOException {
    return new HostClient(HostStub.settings(base()), http, PluginKeys.in(folder), clock);
  }

  /** From now on; what it forgot to answer before does not count. */
  void behaves(Behaviour next) {
    lost.clear();
    behaviour = next;
  }

  /** Requests so far whose line holds that. */
  long askedFor(String part) {
    return asked.stream().filter(one -> one.line().contains(part)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      Asked request =
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              headers,
              new String(body, StandardCharsets.ISO_8859_1));
      asked.add(request);
      mostConcurrent.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
      pause(millis);
      concurrent.decrementAndGet(); // before the answer: once it is out, the next call may come in
      Behaviour now = where.test(request.line()) ? behaviour : Behaviour.NONE;
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/oauth/token")) {
        send(exchange, token(now));
      } else {
        answer(exchange, request, path.substring(BASE.length()), now);
      }
    }
  }

  private static Canned token(Behaviour now) {
    return now == Behaviour.TOKEN_FAILS
        ? json(500, "{}")
        : json(200, "{\"access_token\":\"abc\",\"expires_in\":300}");
  }

  /** What the host does about a request once it has an access token. */
  private void answer(HttpExchange exchange, Asked request, String path, Behaviour now)
      throws IOException {
    switch (now) {
      case JUNK_JSON -> send(exchange, json(200, "{\"items\": [{\"id\": \0"));
      case LOGIN_PAGE -> send(exchange, HostStub.loginPage());
      case REDIRECT_TO_LOGIN ->
          send(exchange, new Canned(302, Map.of("Location", base() + "/login"), ""));
      case OTHER_ERROR_SHAPE ->
          send(exchange, json(200, "{\"fout\": {\"nummer\": 17, \"uitleg\": \"storing\"}}"));
      case NULL_ROWS -> send(exchange, json(200, "{\"items\": [null], \"id\": null}"));
      case ENDLESS_BODY -> endless(exchange);
      case NO_HEADERS -> awaitClosing();
      case DRIP -> drip(exchange);
      case CUT_HALFWAY -> cut(exchange, honest(request, path, now));
      case BAD_LENGTH -> badLength(exchange);
      case RATE_LIMITED -> send(exchange, busy(429));
      case UNAVAILABLE -> send(exchange, busy(503));
      case STORES_AND_FAILS, STALE_AS_409, PRECONDITIONS_IGNORED, DOUBLES ->
          send(exchange, forgetful(request, path, now));
      case WRONG_PUPIL -> send(exchange, mixedUp(path, honest(request, path, now)));
      case UNKNOWN_WORDS -> send(exchange, unknownWords(honest(request, path, now)));
      case NULL_LAST_MODIFIED ->
          send(exchange, replaced(honest(request, path, now), "\"2026-01-01T00:00:00Z\"", "null"));
      case NONE,
          EMPTY_ROSTER,
          HALVED_ROSTER,
          LIMIT_CLAMPED,
          OFFSET_PAGES,
          CLAMPED_WITHOUT_LINK,
          FULL_PAGE_WITHOUT_LINK,
          COUNT_IN_BODY,
          LINK_LOOP,
          LINK_ELSEWHERE,
          TWO_LINK_HEADERS,
          WIDER,
          TOKEN_FAILS -> {
        Canned reply = honest(request, path, now);
        send(exchange, new Canned(reply.status(), reply.headers(), spoil.apply(reply.body())));
      }
    }
  }

  /** By the contract, or nearly so: how pages hang together is up to the behaviour. */
  private Canned honest(Asked request, String path, Behaviour now) {
    String[] parts = path.split("/", -1);
    if (parts[1].equals("pupils") && path.contains("record-entries")) {
      UUID under = roster.standsUnder(UUID.fromString(parts[2]));
      return records.to(request, path.replace(parts[2], under.toString()), now);
    }
    if (parts[1].equals("record-entries")) {
      return records.to(request, path, now);
    }
    List<String> rows = roster.collection(path);
    return rows == null
        ? roster.single(path)
        : new RosterPage(base() + BASE + path, rows, HostRoster.query(request.line())).as(now);
  }

  /** Does it, and loses or spoils the answer to each write once. */
  private Canned forgetful(Asked request, String path, Behaviour now) {
    Canned reply = honest(request, path, now);
    if (request.line().startsWith("GET ")
        || !lost.add(path + request.headers().get("Idempotency-key"))) {
      return reply;
    }
    return now == Behaviour.STORES_AND_FAILS ? json(500, "{}") : new Canned(-1, Map.of(), "");
  }

  private static Canned busy(int status) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/problem+json", "Retry-After", "1");
    return new Canned(status, headers, "{}");
  }

  /** Whoever was asked about, the answer is about somebody else. */
  private static Canned mixedUp(String path, Canned reply) {
    String[] parts = path.split("/", -1);
    return parts[1].equals("pupils") && parts.length > 2
        ? replaced(reply, parts[2], RosterReplies.NORA)
        : reply;
  }

  private static Canned unknownWords(Canned reply) {
    Canned spoilt = reply;
    for (String word : List.of("mother", "father", "yes", "careCoordinator")) {
      spoilt = replaced(spoilt, "\"" + word + "\"", "\"zzz\"");
    }
    return replaced(spoilt, "\"status\": \"active\"", "\"status\": \"zzz\"");
  }

  private static Canned replaced(Canned reply, String one, String other) {
    return new Canned(reply.status(), reply.headers(), reply.body().replace(one, other));
  }

  private void endless(HttpExchange exchange) throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) ' ');
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 3_200; i++) {
        out.write(block);
        sent.addAndGet(block.length);
      }
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!closed.await(1, TimeUnit.SECONDS)) {
        out.write(' ');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cut(HttpExchange exchange, Canned reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length + 1L);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  private static void badLength(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Content-Length", "twelve");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
  }

  private void awaitClosing() {
    pause(60_000);
  }

  private void pause(int time) {
    try {
      if (time > 0 && closed.await(time, TimeUnit.MILLISECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A negative status hangs up without a word. */
  private static void send(HttpExchange exchange, Canned reply) throws IOException {
    if (reply.status() < 0) {
      return;
    }
    reply.headers().forEach((name, value) -> add(exchange, name, value));
    byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** A line in a value begins another header of that name. */
  private static void add(HttpExchange exchange, String name, String value) {
    exchange.getResponseHeaders().put(name, new ArrayList<>(List.of(value.split("\n", -1))));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** A page of a collection: which rows it holds, and what it says of the others. */
  record RosterPage(String address, List<String> rows, Map<String, String> query) {
    Canned as(Behaviour now) {
      int asked = Integer.parseInt(query.getOrDefault("limit", "100000"));
      int cursor = Integer.parseInt(query.getOrDefault("cursor", "0"));
      int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
      boolean isPaged = query.containsKey("limit");
      return switch (now) {
        case EMPTY_ROSTER -> reply(List.of(), "", "");
        case HALVED_ROSTER -> reply(half(), "", "");
        case LIMIT_CLAMPED -> linked(cursor, SMALL, "<%s>; rel=\"next\"");
        case TWO_LINK_HEADERS ->
            linked(cursor, SMALL, "<%s&b=1>; rel=\"prev\"\n<%s>; title=\"x\"; rel=next");
        case OFFSET_PAGES -> reply(cut(offset, isPaged ? Math.min(asked, SMALL) : asked), "", "");
        case CLAMPED_WITHOUT_LINK ->
            reply(cut(0, isPaged ? Math.min(asked, SMALL) : asked), "", "");
        case FULL_PAGE_WITHOUT_LINK -> reply(cut(0, asked), "", "");
        case COUNT_IN_BODY -> reply(cut(0, 7), "", "\"totalCount\": " + rows.size() + ", ");
        case LINK_LOOP ->
            reply(cut(0, SMALL), "<" + address + "?cursor=7&limit=500>; rel=\"next\"", "");
        case LINK_ELSEWHERE ->
            reply(cut(0, SMALL), "<http://127.0.0.1:9/connect/v1/pupils>; rel=\"next\"", "");
        default -> linked(cursor, asked, "<%s>; rel=\"next\"");
      };
    }

    private Canned linked(int cursor, int size, String link) {
      int end = cursor + size;
      String next = address + "?limit=" + size + "&cursor=" + end;
      return reply(cut(cursor, size), end < rows.size() ? link.replace("%s", next) : "", "");
    }

    private List<String> cut(int from, int size) {
      return rows.subList(
          Math.min(from, rows.size()), (int) Math.min(rows.size(), (long) from + size));
    }

    private List<String> half() {
      boolean few = rows.size() < SMALL + 3;
      List<String> half = new ArrayList<>();
      for (int i = 0; i < rows.size(); i += few ? 1 : 2) {
        half.add(rows.get(i));
      }
      return half;
    }

    private static Canned reply(List<String> rows, String link, String more) {
      Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
      if (!link.isEmpty()) {
        headers.put("Link", link);
      }
      return new Canned(200, headers, "{" + more + "\"items\": " + rows + "}");
    }
  }
}
