package nl.meldcode.referencehost.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.connect.Routes.Match;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.store.Events;
import nl.meldcode.referencehost.store.Records;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.RosterStore;

/** Host Connect v1: the token endpoint, the resources, and a switch for tests. */
@SuppressWarnings("serial") // a servlet is never serialised
public final class ConnectServlet extends HttpServlet {
  static final String VERSION = "1.0.0";
  private static final String PREFIX = "/v1";

  private final Settings settings;
  private final AccessTokens tokens;
  private final TokenEndpoint tokenEndpoint;
  private final Routes routes;
  private final RosterChanges changes;
  private final AtomicBoolean available;

  ConnectServlet(
      Settings settings,
      AccessTokens tokens,
      TokenEndpoint tokenEndpoint,
      Routes routes,
      RosterChanges changes) {
    this.settings = settings;
    this.tokens = tokens;
    this.tokenEndpoint = tokenEndpoint;
    this.routes = routes;
    this.changes = changes;
    this.available = new AtomicBoolean(settings.connectAvailable());
  }

  /** What is kept. */
  public record Stores(Roster roster, RosterStore rosterStore, Records records, Events events) {}

  /** Puts the servlet together; it fetches the plugin's keys from their pinned address. */
  public static ConnectServlet create(
      Settings settings, HostKeys keys, Stores stores, Clock clock) {
    JWKSource<SecurityContext> pluginKeys = ClientAssertions.keysAt(settings);
    ClientAssertions assertions = new ClientAssertions(settings, pluginKeys, clock);
    return create(settings, keys, stores, clock, assertions);
  }

  static ConnectServlet create(
      Settings settings, HostKeys keys, Stores stores, Clock clock, ClientAssertions assertions) {
    Roster roster = stores.roster();
    Records records = stores.records();
    AccessTokens tokens = new AccessTokens(settings, roster, keys, clock);
    Actors actors = new Actors(roster);
    EntryResources entries =
        new EntryResources(settings, roster, records, actors, stores.events(), clock);
    Routes routes = new Routes();
    new MetaResources(settings, roster, keys).addTo(routes);
    RosterResources who = new RosterResources(settings, roster, clock);
    who.addTo(routes);
    new ObservationResources(who, roster).addTo(routes);
    new EventResources(settings, stores.events()).addTo(routes);
    entries.addTo(routes);
    new DocumentResources(entries, records, actors, clock).addTo(routes);
    new AcknowledgementResources(entries, records, roster, actors).addTo(routes);
    return new ConnectServlet(
        settings,
        tokens,
        new TokenEndpoint(settings, assertions, tokens),
        routes,
        new RosterChanges(roster, stores.rosterStore(), stores.events(), clock));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply reply;
    try {
      reply = answer(request);
    } catch (ApiProblem problem) {
      reply = Reply.problem(problem, UUID.randomUUID().toString());
      if (problem.type() == ProblemType.UNAUTHENTICATED) {
        reply = reply.with("WWW-Authenticate", "Bearer");
      } else if (problem.type() == ProblemType.UNAVAILABLE) {
        reply = reply.with("Retry-After", "1");
      }
    }
    send(reply, response);
  }

  private Reply answer(HttpServletRequest request) throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!request.getServerName().equalsIgnoreCase(settings.hostOrigin().getHost())) {
      throw ApiProblem.notFound();
    }
    boolean post = request.getMethod().equals("POST");
    if (post && settings.testSwitches() && path.equals("/_test/availability")) {
      return switchAvailability(new Call(request));
    }
    if (post && settings.testSwitches() && path.equals("/_test/changes")) {
      Call call = new Call(request);
      return changes.make(call.json(call.body(), JsonNode.class));
    }
    if (!available.get()) {
      throw new ApiProblem(ProblemType.UNAVAILABLE, "Host Connect staat uit.");
    }
    if (post && path.equals("/oauth/token")) {
      return tokenEndpoint.token(new Call(request));
    }
    if (!path.startsWith(PREFIX + "/")) {
      throw ApiProblem.notFound();
    }
    return resource(request, path.substring(PREFIX.length()));
  }

  private Reply resource(HttpServletRequest request, String path) throws IOException {
    Match match = routes.find(request.getMethod(), path);
    String token = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    Set<String> scopes =
        match.route().open() ? Set.of() : tokens.check(token, match.route().scope());
    return match.route().handler().handle(new Call(request, match.path(), scopes));
  }

  /**
   * Body {@code {"available": false}}. A page of another site cannot send it: that media type asks
   * for CORS.
   */
  private Reply switchAvailability(Call call) throws IOException {
    JsonNode wanted = call.json(call.body(), JsonNode.class).path("available");
    if (!wanted.isBoolean()) {
      throw ApiProblem.invalid("/available", "required");
    }
    available.set(wanted.booleanValue());
    return Reply.empty(204);
  }

  private static void send(Reply reply, HttpServletResponse response) throws IOException {
    response.setStatus(reply.status());
    response.setHeader("API-Version", VERSION);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Strict-Transport-Security", "max-age=31536000");
    reply.headers().forEach(response::setHeader);
    byte[] body = reply.body().bytes();
    if (body.length > 0) {
      response.setContentType(reply.mediaType());
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
