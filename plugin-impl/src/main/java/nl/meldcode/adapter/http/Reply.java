package nl.meldcode.adapter.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;

/** An answer of the host that may be looked into. Its body is not trusted before it was read. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Reply(int status, HttpHeaders headers, byte[] body) {
  /**
   * Unknown members are ignored, double ones are not: they mean different things to different
   * readers. A list holds no nulls.
   */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(100_000).build());
  }

  private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
  private static final Pattern NEXT =
      Pattern.compile(
          ";\\s*rel\\s*=\\s*(next\\b|\"([^\"]*\\s)?next[\\s\"])", Pattern.CASE_INSENSITIVE);

  /** Problem types with a meaning of their own (Host Connect 6.6). */
  private static final Set<String> PROBLEMS = Set.of("not-activated", "merged");

  private static final String RUNNING = "idempotency-in-progress";

  /** Whether it was done. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Where the next page is, as the host wrote it (RFC 8288); empty on the last page. */
  public Optional<String> next() {
    Matcher link = LINK.matcher(String.join(",", headers.allValues("Link")));
    while (link.find()) {
      if (NEXT.matcher(link.group(2)).find()) {
        return Optional.of(link.group(1));
      }
    }
    return Optional.empty();
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
    if (problem.equals(RUNNING)) {
      throw new HostUnavailable("the same request is still running");
    }
    throw new HostRefused(PROBLEMS.contains(problem) ? problem : code());
  }

  /**
   * This reply, when it is empty or JSON. A page on which a person may log in says nothing of what
   * was asked, whatever its status.
   *
   * @throws HostUnavailable when it is something else
   */
  public Reply orNoPage() {
    if (body.length > 0) {
      tree();
    }
    return this;
  }

  /** A member of the body; empty when there is none. Throws HostUnavailable as above. */
  public String said(String member) {
    return orNoPage().body.length == 0 ? "" : tree().path(member).asText("");
  }

  /** Whether something else is there already: 409 and 412 are the same to us. */
  public boolean isConflict() {
    return (status == 409 || status == 412)
        && !problem().equals(RUNNING)
        && !PROBLEMS.contains(problem());
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
