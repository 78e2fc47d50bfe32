package nl.meldcode.referencehost.connect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.model.Content;
import nl.meldcode.referencehost.model.Visibility;
import nl.meldcode.referencehost.store.Roster;

/** What the host can do, its public keys, and the activation of the plugin for the demo school. */
final class MetaResources {
  private static final String CONTRACT = "/contract/host-connect.openapi.json";
  private final Settings settings;
  private final Roster roster;
  private final HostKeys keys;

  MetaResources(Settings settings, Roster roster, HostKeys keys) {
    this.settings = settings;
    this.roster = roster;
    this.keys = keys;
  }

  void addTo(Routes routes) {
    routes
        .open("/openapi.json", call -> document())
        .open("/jwks.json", call -> Reply.json(200, keys.publicKeys().toJSONObject()))
        .get("/capabilities", Scope.NONE, call -> Reply.resource(call, capabilities()))
        .get(
            "/activations/{school}",
            Scope.NONE,
            call -> Reply.resource(call, activation(call.id("school"))));
  }

  /** The contract; any page may read it (NL API Design Rules, publish-openapi). */
  private static Reply document() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MetaResources.class.getResourceAsStream(CONTRACT), CONTRACT)) {
      return new Reply(
          200,
          "application/json",
          Map.of("Access-Control-Allow-Origin", "*"),
          new Content(in.readAllBytes()));
    }
  }

  private static Map<String, Object> capabilities() {
    return Map.ofEntries(
        Map.entry("contractVersion", ConnectServlet.VERSION),
        Map.entry("events", true),
        Map.entry("documents", true),
        Map.entry("acknowledgements", true),
        Map.entry("idempotency", true),
        Map.entry("optimisticLocking", true),
        Map.entry("visibilityLevels", List.of(Visibility.values())),
        Map.entry("guardians", true),
        Map.entry("households", true),
        Map.entry("parentalAuthority", true),
        Map.entry("merge", true),
        Map.entry("calendar", true),
        Map.entry("observations", true),
        Map.entry("maxDocumentBytes", Call.MAX_BYTES),
        Map.entry("mediaTypes", List.of("application/pdf")),
        Map.entry("retentionFollowed", false));
  }

  private Map<String, Object> activation(UUID school) {
    if (roster.school(school).isEmpty()) {
      throw ApiProblem.notFound();
    }
    List<String> scopes = Scope.offered(settings).map(Scope::wire).toList();
    return Map.ofEntries(
        Map.entry("schoolId", school),
        Map.entry("schools", List.of(school)),
        Map.entry("tenant", Ids.TENANT),
        Map.entry("deployment", Ids.DEPLOYMENT),
        Map.entry("issuer", settings.issuer()),
        Map.entry("clientId", settings.clientId()),
        Map.entry("baseUri", settings.connectBase()),
        Map.entry("tokenUri", settings.tokenUri()),
        Map.entry("jwksUri", settings.connectBase() + "/jwks.json"),
        Map.entry("frameOrigins", List.of(settings.hostOrigin())),
        Map.entry("scopes", scopes),
        Map.entry("status", "approved"),
        Map.entry("approvedByStaffId", Ids.of("staff", "rik")),
        Map.entry("approvedAt", "2026-08-24T09:00:00Z"));
  }
}
