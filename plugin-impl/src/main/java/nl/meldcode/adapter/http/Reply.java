package nl.meldcode.adapter.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;

/** An answer of the host that may be looked into. Its body is not trusted before it was read. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Reply(int status, HttpHeaders headers, byte[] body) {
  /**
   * Unknown members are ignored, double ones are not: they mean different things to different
   * readers.
   */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(100_000).build());
  }

  /** Problem types with a meaning of their own (Host Connect 6.6). */
  private static final Set<String> PROBLEMS = Set.of("not-activated", "merged");

  /** Whether it was done. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The body as that type. Throws HostUnavailable when it is not JSON of that shape. */
  public <T> T as(Class<T> type) {
    try {
      T value = JSON.treeToValue(tree(), type);
      if (value == null) {
        throw new HostUnavailable("an answer without content");
      }
      return value;
    } catch (IOException e) {
      // The cause is left out: it may quote what the host said about a child.
      throw new HostUnavailable("not the shape of " + type.getSimpleName());
    }
  }

  /** The body as a tree. Throws HostUnavailable when it is not JSON, such as a login page. */
  public JsonNode tree() {
    String type = headers.firstValue("Content-Type").orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/json") && !media.equals("application/problem+json")) {
      throw new HostUnavailable("status " + status + " without JSON");
    }
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new HostUnavailable("status " + status + " with unreadable JSON");
    }
  }

  /**
   * This reply, when the host did what was asked.
   *
   * @throws HostUnavailable when the same request is still being handled
   * @throws HostRefused with the code of any other 4xx
   */
  public Reply orRefused() {
    if (isSuccess()) {
      return this;
    }
    String problem = problem();
    if (problem.equals("idempotency-in-progress")) {
      throw new HostUnavailable("the same request is still running");
    }
    throw new HostRefused(PROBLEMS.contains(problem) ? problem : code());
  }

  private String code() {
    return switch (status) {
      case 400 -> "validation";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 409, 412 -> "concurrent-change";
      case 410 -> "gone";
      case 413 -> "too-large";
      case 415 -> "media-type";
      case 422 -> "idempotency-mismatch";
      default -> "refused";
    };
  }

  /** The last part of the problem's type; empty when there is none. */
  private String problem() {
    try {
      String type = tree().path("type").asText("");
      return type.substring(type.lastIndexOf('/') + 1);
    } catch (HostUnavailable e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
