package nl.meldcode.referencehost.connect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.referencehost.Settings;

/**
 * Checks who a client is by {@code private_key_jwt} against the keys at the pinned address (RFC
 * 7523).
 */
final class ClientAssertions {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  ClientAssertions(Settings settings, JWKSource<SecurityContext> pluginKeys, Clock clock) {
    this.clock = clock;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, pluginKeys));
    JWTClaimsSet exact =
        new JWTClaimsSet.Builder().issuer(settings.clientId()).subject(settings.clientId()).build();
    Set<String> audiences = Set.of(settings.tokenUri().toString(), settings.issuer());
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(audiences, exact, Set.of("exp", "jti"), Set.of()) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        });
  }

  /** The plugin's keys, cached, and fetched again when a key id is new. */
  static JWKSource<SecurityContext> keysAt(Settings settings) {
    try {
      return JWKSourceBuilder.create(settings.pluginJwksUri().toURL()).rateLimited(false).build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("pluginJwksUri is no URL", e);
    }
  }

  /** Whether this assertion is the client's, fresh, and used for the first time. */
  boolean accept(String assertion) {
    try {
      JWTClaimsSet claims = processor.process(assertion, null);
      Instant now = clock.instant();
      Instant end = claims.getExpirationTime().toInstant();
      used.values().removeIf(until -> until.isBefore(now.minus(LONGEST)));
      return !end.isAfter(now.plus(LONGEST))
          && claims.getJWTID().length() >= 16
          && used.putIfAbsent(claims.getJWTID(), end) == null;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return false;
    }
  }
}
