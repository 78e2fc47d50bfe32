package nl.meldcode.conformance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Over HTTP; redirects are not followed, because a token must not travel along. */
final class HttpTransport implements Transport {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();
  private final String base;

  HttpTransport(URI base) {
    this.base = base.toString();
  }

  @Override
  public Answer send(Ask ask) throws IOException {
    String address = ask.address().startsWith("/") ? base + ask.address() : ask.address();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .method(
                ask.method(),
                ask.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(ask.body()));
    ask.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers =
          response.headers().map().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      one -> one.getKey().toLowerCase(Locale.ROOT),
                      one -> String.join(", ", one.getValue())));
      return new Answer(ask, response.statusCode(), headers, response.body());
    } catch (HttpTimeoutException e) {
      throw new NoAnswer(Wrong.TOO_SLOW, ask, e);
    } catch (ConnectException e) {
      throw new NoAnswer(Wrong.NO_CONNECTION, ask, e);
    } catch (IOException e) {
      throw new NoAnswer(Wrong.NO_ANSWER, ask, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(Wrong.NO_ANSWER, ask, e);
    }
  }
}
