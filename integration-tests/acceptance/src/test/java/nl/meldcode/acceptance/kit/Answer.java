package nl.meldcode.acceptance.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a server answered. */
public final class Answer {
  private final HttpResponse<byte[]> response;

  Answer(HttpResponse<byte[]> response) {
    this.response = response;
  }

  /** The status code. */
  public int status() {
    return response.statusCode();
  }

  /** The first header with this name. */
  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** All headers, names in lower case. */
  public Map<String, List<String>> headers() {
    return response.headers().map();
  }

  /** The body. */
  public byte[] bytes() {
    return response.body().clone();
  }

  /** The body as text. */
  public String text() {
    return new String(response.body(), UTF_8);
  }

  /** The body as JSON; a missing node when it is empty. */
  public JsonNode json() {
    return Json.read(text());
  }

  /** This answer, or an AssertionError that shows it when the status is another. */
  public Answer expect(int status) {
    if (status() != status) {
      throw new AssertionError("expected " + status + " but got " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    String type = header("Content-Type").orElse("");
    return status()
        + " "
        + type
        + " "
        + (type.contains("json") || type.contains("text") ? text() : "");
  }
}
