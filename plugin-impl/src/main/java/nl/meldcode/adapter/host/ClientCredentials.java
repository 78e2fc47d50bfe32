package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's access token at the host: OAuth client credentials with private_key_jwt (Host
 * Connect 6.8, RFC 7523), kept until shortly before it expires. Safe for many threads.
 */
final class ClientCredentials {
  private static final String SCOPE =
      "connect.pupil.read connect.relation.read connect.staff.read connect.record.write";
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);
  private static final long LONGEST_LIFE = 3600;

  private final HostSettings host;
  private final HostHttp http;
  private final PluginKeys keys;
  private final Clock clock;
  private @Nullable Token token;

  ClientCredentials(HostSettings host, HostHttp http, PluginKeys keys, Clock clock) {
    this.host = host;
    this.http = http;
    this.keys = keys;
    this.clock = clock;
  }

  private record Token(String value, Instant until) {
    @Override
    public String toString() {
      return "Token[" + until + "]";
    }
  }

  /**
   * A token that is good for a while.
   *
   * @throws HostUnavailable when the host gives none: trouble of the connection, not of one request
   */
  synchronized String bearer() {
    Instant now = clock.instant();
    if (token == null || !now.isBefore(token.until())) {
      token = fetch(now);
    }
    return token.value();
  }

  /** Forgets this token, which the host no longer takes. */
  synchronized void forget(String value) {
    if (token != null && token.value().equals(value)) {
      token = null;
    }
  }

  private Token fetch(Instant now) {
    HttpRequest request =
        HttpRequest.newBuilder(host.tokenUri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form(now)))
            .build();
    Reply reply = http.send(HostHttp.Group.TOKEN, request);
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

  private String form(Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(host.clientId())
            .subject(host.clientId())
            .audience(host.tokenUri().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
            .build();
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            host.clientId(),
            "scope",
            SCOPE,
            "client_assertion_type",
            ASSERTION,
            "client_assertion",
            keys.sign("JWT", claims));
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
