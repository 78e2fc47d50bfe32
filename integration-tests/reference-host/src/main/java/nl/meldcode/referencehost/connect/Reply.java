package nl.meldcode.referencehost.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.referencehost.model.Content;
import nl.meldcode.referencehost.store.Json;
import nl.meldcode.referencehost.store.Sha256;

/** An answer of Host Connect. */
record Reply(int status, String mediaType, Map<String, String> headers, Content body) {
  private static final String JSON = "application/json";

  static Reply json(int status, Object body) {
    return new Reply(status, JSON, Map.of(), new Content(Json.write(body).getBytes(UTF_8)));
  }

  /** A collection. */
  static Reply items(List<?> items) {
    return json(200, Map.of("items", items));
  }

  static Reply empty(int status) {
    return new Reply(status, "", Map.of(), new Content(new byte[0]));
  }

  /** A single resource with an ETag made from its content; 304 when the caller has it already. */
  static Reply resource(Call call, Object body) {
    Reply full = json(200, body);
    return full.tagged(call, Sha256.hex(full.body().bytes()).substring(0, 24));
  }

  /** This reply with an ETag; 304 when it is an answer to a conditional GET that matches. */
  Reply tagged(Call call, String version) {
    String tag = '"' + version + '"';
    boolean same =
        call.method().equals("GET") && call.header("If-None-Match").filter(tag::equals).isPresent();
    return (same ? empty(304) : this).with("ETag", tag);
  }

  Reply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, more, body);
  }

  static Reply problem(ApiProblem problem, String traceId) {
    Map<String, Object> body = new HashMap<>();
    ProblemType type = problem.type();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", String.valueOf(problem.getMessage()));
    body.put("traceId", traceId);
    if (problem.replacedById() != null) {
      body.put("replacedById", problem.replacedById());
    }
    if (!problem.faults().isEmpty()) {
      body.put("errors", problem.faults());
    }
    return new Reply(
        type.status(),
        "application/problem+json",
        Map.of(),
        new Content(Json.write(body).getBytes(UTF_8)));
  }
}
