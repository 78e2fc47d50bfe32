package nl.meldcode.adapter.host;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.adapter.http.FormBody;
import nl.meldcode.application.port.HostScopes;

/**
 * How the plugin asks the host for an access token: OAuth client credentials with private_key_jwt
 * (Host Connect 6.8, RFC 7523).
 */
record ClientCredentials(HostSettings host, PluginKeys keys, Clock clock) {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

  HttpRequest tokenRequest() {
    Instant now = clock.instant();
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
            String.join(" ", HostScopes.ASKED),
            "client_assertion_type",
            ASSERTION,
            "client_assertion",
            keys.sign("JWT", claims));
    return new FormBody(fields).to(host.tokenUri()).build();
  }
}
