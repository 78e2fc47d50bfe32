package nl.meldcode.conformance.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Host Connect for who is at the school: lists, one of a list, and what is said of the host. */
final class Connect {
  private static final Map<String, String> SCOPE_OF =
      Map.of(
          "schools", "connect.pupil.read",
          "groups", "connect.pupil.read",
          "pupils", "connect.pupil.read",
          "staff", "connect.staff.read");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String origin;
  private final JsonNode school;

  Connect(String origin) throws IOException {
    this.origin = origin;
    school = JSON.readTree(resource("/nl/meldcode/conformance/example/school.json"));
  }

  /** What is answered; {@code next} is the address of the next page, or empty. */
  record Reply(int status, JsonNode body, String next) {}

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Connect.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  static Reply json(Object body) {
    return new Reply(200, JSON.valueToTree(body), "");
  }

  static Reply problem(int status, String title) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "about:blank").put("status", status).put("title", title).put("detail", title);
    body.put("traceId", UUID.randomUUID().toString());
    if (status == 400) {
      body.putArray("errors").addObject().put("pointer", "").put("code", "invalid");
    }
    return new Reply(status, body, "");
  }

  /** The path below the base, in steps; the scope of the list was checked before. */
  Reply get(String[] path, Map<String, String> query) {
    String where = String.join("/", path);
    if (where.equals("capabilities")) {
      return json(capabilities());
    } else if (where.equals("activations/" + id(school.path("schools").path(0)))) {
      return json(activation(path[1]));
    } else if (where.matches("pupils/[^/]+/enrollments")) {
      return of("pupils", path[1], "pupilId");
    } else if (where.matches("groups/[^/]+/members")) {
      return of("groups", path[1], "groupId");
    } else if (!SCOPE_OF.containsKey(path[0]) || path.length > 2) {
      return problem(404, "Niet gevonden");
    }
    return path.length == 1 ? page(path[0], query) : one(path[0], path[1]);
  }

  static String scope(String list) {
    return SCOPE_OF.getOrDefault(list, "");
  }

  /** The pupil with this identifier, which stands in the body and never in an address. */
  Reply search(byte[] body) {
    try {
      JsonNode wanted = JSON.readTree(body);
      return json(pick("pupils", one -> has(one.path("identifiers"), wanted)));
    } catch (IOException e) {
      return problem(400, "Geen JSON");
    }
  }

  private static boolean has(JsonNode list, JsonNode wanted) {
    for (JsonNode one : list) {
      if (one.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private Reply one(String list, String id) {
    return pick(list, one -> id(one).equals(id)).stream()
        .findFirst()
        .map(Connect::json)
        .orElseGet(() -> problem(404, "Niet gevonden"));
  }

  /** The enrolments that name this pupil or group. */
  private Reply of(String list, String id, String field) {
    return one(list, id).status() == 404
        ? problem(404, "Niet gevonden")
        : json(Map.of("items", pick("enrollments", row -> row.path(field).asText().equals(id))));
  }

  private Reply page(String list, Map<String, String> query) {
    String limit = query.getOrDefault("limit", "100");
    if (!limit.matches("[1-9][0-9]{0,3}")) {
      return problem(400, "limit is 1 tot 500");
    }
    String since = query.getOrDefault("modifiedSince", "1970-01-01T00:00:00Z");
    OffsetDateTime moment;
    try {
      moment = OffsetDateTime.parse(since);
    } catch (DateTimeParseException e) {
      return problem(400, "modifiedSince is geen moment");
    }
    String after = query.getOrDefault("cursor", "");
    List<JsonNode> rest =
        pick(
            list,
            one ->
                id(one).compareTo(after) > 0
                    && !OffsetDateTime.parse(one.path("lastModifiedAt").asText()).isBefore(moment));
    List<JsonNode> items = rest.subList(0, Math.min(Integer.parseInt(limit), rest.size()));
    String next =
        items.size() == rest.size()
            ? ""
            : "%s/connect/v1/%s?limit=%s&modifiedSince=%s&cursor=%s"
                .formatted(origin, list, limit, since, id(items.get(items.size() - 1)));
    return new Reply(200, JSON.valueToTree(Map.of("items", items)), next);
  }

  private List<JsonNode> pick(String list, Predicate<JsonNode> which) {
    List<JsonNode> picked = new ArrayList<>();
    for (JsonNode one : school.path(list)) {
      if (which.test(one)) {
        picked.add(one);
      }
    }
    return picked;
  }

  static String id(JsonNode one) {
    return one.path("id").asText();
  }

  /** What this host can do, which is little: no family, no documents, no events. */
  private static Map<String, Object> capabilities() {
    return Map.ofEntries(
        Map.entry("contractVersion", "1.0.0"),
        Map.entry("events", false),
        Map.entry("documents", false),
        Map.entry("acknowledgements", false),
        Map.entry("idempotency", false),
        Map.entry("optimisticLocking", false),
        Map.entry("visibilityLevels", List.of()),
        Map.entry("guardians", false),
        Map.entry("households", false),
        Map.entry("parentalAuthority", false),
        Map.entry("merge", false),
        Map.entry("maxDocumentBytes", 0),
        Map.entry("mediaTypes", List.of()),
        Map.entry("retentionFollowed", false));
  }

  private Map<String, Object> activation(String schoolId) {
    return Map.ofEntries(
        Map.entry("schoolId", schoolId),
        Map.entry("schools", List.of(schoolId)),
        Map.entry("tenant", SmallestHost.TENANT),
        Map.entry("deployment", SmallestHost.DEPLOYMENT),
        Map.entry("issuer", origin),
        Map.entry("clientId", "meldcode"),
        Map.entry("baseUri", origin + "/connect/v1"),
        Map.entry("tokenUri", origin + "/connect/oauth/token"),
        Map.entry("jwksUri", origin + "/connect/v1/jwks.json"),
        Map.entry("frameOrigins", List.of(origin)),
        Map.entry("scopes", Tokens.SCOPES),
        Map.entry("status", "approved"));
  }

  /** The bytes of a body. */
  static byte[] bytes(Reply reply) {
    return reply.body().toString().getBytes(UTF_8);
  }
}
