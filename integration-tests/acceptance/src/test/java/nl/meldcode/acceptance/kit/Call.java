package nl.meldcode.acceptance.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One HTTP request. Cookies and redirects are left to the caller: the plugin's cookie is {@code
 * Secure}, and no cookie store sends it over the plain HTTP of a loopback test.
 */
public final class Call {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .sslContext(Trusted.context())
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String method;
  private final HttpRequest.Builder request;
  private BodyPublisher body = BodyPublishers.noBody();

  private Call(String method, URI uri) {
    this.method = method;
    this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
  }

  /** A call with this method. */
  public static Call of(String method, URI uri) {
    return new Call(method, uri);
  }

  /** A GET. */
  public static Call get(URI uri) {
    return of("GET", uri);
  }

  /** A POST. */
  public static Call post(URI uri) {
    return of("POST", uri);
  }

  /** Sets a header; the last value of a name counts. */
  public Call header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  /** Sends this text as JSON. */
  public Call json(String json) {
    return body("application/json", json);
  }

  /** Sends this text as this media type. */
  public Call body(String mediaType, String text) {
    body = BodyPublishers.ofString(text);
    return header("Content-Type", mediaType);
  }

  /** Sends these bytes as this media type. */
  public Call bytes(String mediaType, byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return header("Content-Type", mediaType);
  }

  /** Sends what an HTML form would. */
  public Call form(Map<String, String> fields) {
    String encoded =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return body("application/x-www-form-urlencoded", encoded);
  }

  /**
   * The answer, which is as described; throws UncheckedIOException when there is none, and
   * AssertionError when it is not as described.
   */
  public Answer send() {
    HttpRequest sent = request.method(method, body).build();
    Answer answer = new Answer(exchange(sent, BodyHandlers.ofByteArray()));
    Described.check(method, sent.uri(), answer);
    return answer;
  }

  /**
   * The status alone, for who measures: to hold each answer against its description takes more of
   * the processor than to make it.
   */
  public int status() {
    return exchange(request.method(method, body).build(), BodyHandlers.discarding()).statusCode();
  }

  private static <T> HttpResponse<T> exchange(HttpRequest sent, BodyHandler<T> handler) {
    try {
      return CLIENT.send(sent, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }
}
