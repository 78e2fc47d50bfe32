package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the host says of itself (Host Connect 6.1; NL API Design Rules). */
final class MetaRules {
  private static final int SMALLEST_LIMIT = 1 << 20;

  private MetaRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.always("META-1", MetaRules::document),
        Rule.always("META-2", MetaRules::version),
        Rule.with("documents", "META-3", MetaRules::documents),
        Rule.always("META-4", MetaRules::activations),
        Rule.always("META-5", MetaRules::keys),
        Rule.always("META-6", MetaRules::noSlash),
        Rule.always("META-7", MetaRules::unknown),
        Rule.always("META-8", MetaRules::limits),
        Rule.always("META-9", MetaRules::unchanged));
  }

  private static void document(Host host, Findings found) throws IOException {
    Answer answer = host.client().bare(Ask.get("/openapi.json"));
    if (found.status(answer, 200)) {
      found.unless(answer.json().path("paths").has("/pupils"), Wrong.FIELD, answer.ask(), "paths");
      found.unless(
          answer.header("Access-Control-Allow-Origin").equals("*"),
          Wrong.HEADER,
          answer,
          "Access-Control-Allow-Origin");
    }
  }

  private static void version(Host host, Findings found) throws IOException {
    Answer answer = host.get("/capabilities");
    if (found.status(answer, 200)) {
      String version = answer.json().path("contractVersion").asText();
      found.unless(version.startsWith("1."), Wrong.FIELD, answer.ask(), "contractVersion");
    }
  }

  private static void documents(Host host, Findings found) throws IOException {
    JsonNode offered = host.capabilities();
    found.unless(
        has(offered.path("visibilityLevels"), "restrictedStaff"),
        Wrong.FIELD,
        "GET /capabilities",
        "visibilityLevels");
    found.unless(
        has(offered.path("mediaTypes"), "application/pdf"),
        Wrong.FIELD,
        "GET /capabilities",
        "mediaTypes");
    found.unless(
        offered.path("maxDocumentBytes").asLong() >= SMALLEST_LIMIT,
        Wrong.FIELD,
        "GET /capabilities",
        "maxDocumentBytes");
  }

  private static void activations(Host host, Findings found) throws IOException {
    List<JsonNode> schools = host.all("/schools?limit=500");
    if (schools.isEmpty()) {
      found.add(Wrong.EMPTY, "GET /schools");
    }
    for (JsonNode school : schools) {
      Answer answer = host.get("/activations/" + school.path("id").asText());
      if (found.status(answer, 200)) {
        String status = answer.json().path("status").asText();
        found.unless(status.equals("approved"), Wrong.FIELD, answer.ask(), "status");
        String base = answer.json().path("baseUri").asText();
        String own = host.client().identity().base().toString();
        found.unless(base.equals(own), Wrong.FIELD, answer.ask(), "baseUri");
      }
    }
    found.status(host.get("/activations/" + UUID.randomUUID()), 403, 404);
  }

  private static boolean has(JsonNode list, String wanted) {
    for (JsonNode one : list) {
      if (one.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The keys by which the plugin judges launches and notices: public ones, each with its id. */
  private static void keys(Host host, Findings found) throws IOException {
    for (JsonNode school : host.all("/schools?limit=500")) {
      JsonNode activation = host.get("/activations/" + school.path("id").asText()).json();
      String address = activation.path("jwksUri").asText();
      if (address.isEmpty() || !URI.create(address).isAbsolute()) {
        found.add(Wrong.FIELD, "GET /activations/{schoolId}", "jwksUri");
        continue;
      }
      Answer answer = host.client().outside(Ask.get(address));
      found.unless(answer.json().path("keys").size() > 0, Wrong.EMPTY, answer.ask());
      Set<String> ids = new HashSet<>();
      for (JsonNode key : answer.json().path("keys")) {
        found.unless(!key.has("d"), Wrong.PRIVATE_KEY, answer.ask());
        found.unless(key.path("kty").asText().equals("EC"), Wrong.FIELD, answer.ask(), "kty");
        found.unless(key.path("crv").asText().equals("P-256"), Wrong.FIELD, answer.ask(), "crv");
        found.unless(
            key.has("kid") && ids.add(key.path("kid").asText()), Wrong.FIELD, answer.ask(), "kid");
      }
    }
  }

  private static void noSlash(Host host, Findings found) throws IOException {
    found.status(host.get("/pupils/"), 404, 308);
  }

  private static void unknown(Host host, Findings found) throws IOException {
    for (String kind : List.of("pupils", "schools", "groups", "staff")) {
      found.status(host.get("/" + kind + "/" + UUID.randomUUID()), 404);
    }
    found.status(host.get("/pupils/geen-id"), 400, 404);
  }

  private static void limits(Host host, Findings found) throws IOException {
    for (String wrong : List.of("0", "-1", "x")) {
      Answer answer = host.get("/pupils?limit=" + wrong);
      if (found.status(answer, 400)) {
        found.unless(answer.json().path("errors").size() > 0, Wrong.FIELD, answer.ask(), "errors");
      }
    }
  }

  private static void unchanged(Host host, Findings found) throws IOException {
    for (JsonNode pupil : host.pupils().stream().limit(1).toList()) {
      Ask ask = Ask.get("/pupils/" + pupil.path("id").asText());
      Answer first = host.client().send(ask);
      String tag = first.header("ETag");
      if (tag.isEmpty()) {
        found.add(Wrong.HEADER, first, "ETag");
      } else {
        Answer second = host.client().send(ask.with("If-None-Match", tag));
        found.status(second, 304);
        found.unless(second.body().length == 0, Wrong.BODY, second);
      }
    }
    List<JsonNode> two = host.pupils().stream().limit(2).toList();
    Set<String> tags = new HashSet<>();
    for (JsonNode pupil : two) {
      tags.add(host.get("/pupils/" + pupil.path("id").asText()).header("ETag"));
    }
    found.unless(tags.size() == two.size(), Wrong.SAME_TAG, "GET /pupils/{pupilId}");
  }
}
