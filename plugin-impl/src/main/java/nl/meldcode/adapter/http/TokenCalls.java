package nl.meldcode.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Calls that carry the plugin's access token, which is kept until shortly before it expires (OAuth
 * client credentials, RFC 6749 4.4). Safe for many threads.
 */
public final class TokenCalls {
  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final long LONGEST_LIFE = 3600;

  private final HostHttp http;
  private final Supplier<HttpRequest> tokenRequest;
  private final Clock clock;
  private @Nullable Token token;
  private volatile int failures;

  /** Takes what makes a request for a token; it is asked for one each time that one is needed. */
  public TokenCalls(HostHttp http, Supplier<HttpRequest> tokenRequest, Clock clock) {
    this.http = http;
    this.tokenRequest = tokenRequest;
    this.clock = clock;
  }

  private record Token(String value, Instant until) {
    @Override
    public String toString() {
      return "Token[" + until + "]";
    }
  }

  /**
   * Sends it with a token, once more when the host no longer takes the token.
   *
   * @throws HostUnavailable also when the host gives or takes no token of ours: trouble of the
   *     connection, not of one request
   */
  public Reply send(Group group, HttpRequest.Builder request) {
    for (int i = 0; i < 2; i++) {
      String bearer = bearer();
      Reply reply =
          http.send(group, request.setHeader("Authorization", "Bearer " + bearer).build());
      if (reply.status() != 401) {
        return reply;
      }
      forget(bearer);
    }
    throw new HostUnavailable(group + ": status 401");
  }

  private String bearer() {
    return bearer(failures);
  }

  /** Who waited while another asked in vain does not ask again: a dead host would hold up all. */
  private synchronized String bearer(int failuresBefore) {
    Instant now = clock.instant();
    if (token == null || !now.isBefore(token.until())) {
      if (failures != failuresBefore) {
        throw new HostUnavailable("TOKEN: asked a moment ago");
      }
      boolean got = false;
      try {
        token = fetch(now);
        got = true;
      } finally {
        failures += got ? 0 : 1;
      }
    }
    return token.value();
  }

  private synchronized void forget(String value) {
    if (token != null && token.value().equals(value)) {
      token = null;
    }
  }

  private Token fetch(Instant now) {
    Reply reply = http.send(Group.TOKEN, tokenRequest.get());
    if (!reply.isSuccess()) {
      throw new HostUnavailable("TOKEN: status " + reply.status());
    }
    JsonNode answer = reply.tree();
    String value = answer.path("access_token").asText("");
    long life = Math.min(answer.path("expires_in").asLong(0), LONGEST_LIFE);
    if (!value.matches("[\\x21-\\x7e]+") || life <= MARGIN.toSeconds()) {
      throw new HostUnavailable("TOKEN: no usable token");
    }
    return new Token(value, now.plusSeconds(life).minus(MARGIN));
  }
}
