package nl.meldcode.adapter.oneroster;

import static nl.meldcode.adapter.host.HostStub.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.adapter.host.HostStub;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.host.HostStub.Canned;

/** A OneRoster 1.2 server on loopback: pages, filters and chooses fields as it is told to. */
final class RosterServer {
  static final String BASE = "/ims/oneroster/rostering/v1p2";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("orgs", "academicSessions", "classes", "enrollments", "users", "demographics");

  final HostStub host;
  final Map<String, Map<String, ObjectNode>> rows = new HashMap<>();
  int clamp = 10_000;
  boolean sendsLink;
  boolean sendsTotal;
  boolean takesFilter = true;
  boolean takesFields = true;
  boolean takesOffset = true;

  RosterServer(HostStub host) {
    this.host = host;
    for (String name : NAMES) {
      rows.put(name, new LinkedHashMap<>());
      host.answer("GET " + BASE + "/" + name, asked -> page(name, asked));
    }
  }

  /** Adds a row or replaces it; it has changed long ago. */
  void put(String name, String sourcedId, String members) {
    put(name, sourcedId, members, "2026-08-01T00:00:00Z");
  }

  void put(String name, String sourcedId, String members, String changed) {
    try {
      ObjectNode row = (ObjectNode) JSON.readTree("{" + members.replace('\'', '"') + "}");
      row.put("sourcedId", sourcedId).put("dateLastModified", changed);
      if (!row.has("status")) {
        row.put("status", "active");
      }
      of(name).put(sourcedId, row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, ObjectNode> of(String name) {
    return rows.getOrDefault(name, Map.of());
  }

  URI base() {
    return URI.create(host.base() + BASE);
  }

  /** How often a collection was asked for with that in the query. */
  int asked(String name, String query) {
    return (int)
        host.asked("GET " + BASE + "/" + name + "?").stream()
            .filter(one -> one.line().contains(query))
            .count();
  }

  private Canned page(String name, Asked asked) {
    Map<String, String> query = query(asked.line());
    String filter = query.getOrDefault("filter", "");
    if ((!filter.isEmpty() && !takesFilter) || (query.containsKey("fields") && !takesFields)) {
      return statusInfo(400);
    }
    List<ObjectNode> all = new ArrayList<>();
    of(name).values().stream().filter(row -> passes(row, filter)).forEach(all::add);
    int limit = Math.min(clamp, Integer.parseInt(query.getOrDefault("limit", "100")));
    int offset = takesOffset ? Integer.parseInt(query.getOrDefault("offset", "0")) : 0;
    ArrayNode items = JSON.createArrayNode();
    all.stream().skip(offset).limit(limit).map(row -> chosen(row, query)).forEach(items::add);
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    if (sendsTotal) {
      headers.put("X-Total-Count", String.valueOf(all.size()));
    }
    if (sendsLink) {
      boolean more = offset + items.size() < all.size();
      headers.put("Link", "</elsewhere>; rel=\"" + (more ? "next" : "first") + "\"");
    }
    ObjectNode body = JSON.createObjectNode();
    body.set(name, items);
    return new Canned(200, headers, latin(body.toString()));
  }

  static Canned statusInfo(int status) {
    return json(
        status,
        """
        {"imsx_codeMajor": "failure", "imsx_severity": "error", "imsx_description": "no",
         "imsx_CodeMinor": {"imsx_codeMinorField": [{"imsx_codeMinorFieldName": "TargetEndSystem",
         "imsx_codeMinorFieldValue": "invalid_filter_field"}]}}
        """);
  }

  private static boolean passes(ObjectNode row, String filter) {
    return filter.isEmpty()
        || row.path("dateLastModified")
                .asText()
                .compareTo(filter.replace("dateLastModified>'", "").replace("'", ""))
            > 0;
  }

  private static ObjectNode chosen(ObjectNode row, Map<String, String> query) {
    Set<String> fields =
        Stream.ofNullable(query.get("fields"))
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .collect(Collectors.toSet());
    return fields.isEmpty() ? row : row.deepCopy().retain(fields);
  }

  private static Map<String, String> query(String line) {
    return Arrays.stream(line.substring(line.indexOf('?') + 1).split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  /** The stub sends each character as one byte. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
