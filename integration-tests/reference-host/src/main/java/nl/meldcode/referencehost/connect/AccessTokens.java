package nl.meldcode.referencehost.connect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.launch.HostKeys;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived signed access tokens: what the token endpoint gives out and each call brings back.
 */
final class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final String TYPE = "at+jwt";

  private final Settings settings;
  private final Roster roster;
  private final HostKeys keys;
  private final Clock clock;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private volatile @Nullable Known last;

  /** A token whose signature was looked at. */
  private record Known(String token, JWTClaimsSet claims) {
    @Override
    public String toString() {
      return "Known[]";
    }
  }

  AccessTokens(Settings settings, Roster roster, HostKeys keys, Clock clock) {
    this.settings = settings;
    this.roster = roster;
    this.keys = keys;
    this.clock = clock;
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys.publicKeys())));
    processor.setJWTClaimsSetVerifier(verifier());
  }

  private DefaultJWTClaimsVerifier<SecurityContext> verifier() {
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    Set<String> required = Set.of("sub", "exp", "jti", "scope");
    String audience = settings.connectBase().toString();
    return new DefaultJWTClaimsVerifier<>(audience, exact, required) {
      @Override
      protected Date currentTime() {
        return Date.from(clock.instant());
      }
    };
  }

  String issue(String clientId, Set<String> scopes) {
    Instant now = clock.instant();
    return keys.sign(
        TYPE,
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.connectBase().toString())
            .subject(clientId)
            .jwtID(Sessions.randomToken())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("scope", String.join(" ", scopes))
            .claim("tenant", Ids.TENANT.toString())
            .claim("schools", roster.schools().stream().map(one -> one.id().toString()).toList())
            .build());
  }

  /** The scopes of the token in the header. Fails unless this one is among them. */
  Set<String> check(String authorization, Scope scope) {
    if (!authorization.startsWith("Bearer ")) {
      throw new ApiProblem(ProblemType.UNAUTHENTICATED, "Een token ontbreekt.");
    }
    try {
      JWTClaimsSet claims = claims(authorization.substring(7).strip());
      Set<String> scopes = Set.of(claims.getStringClaim("scope").split(" "));
      if (scope != Scope.NONE && !scopes.contains(scope.wire())) {
        throw new ApiProblem(ProblemType.FORBIDDEN, "Het token heeft dit bereik niet.");
      }
      return scopes;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new ApiProblem(ProblemType.UNAUTHENTICATED, "Het token is niet geldig.");
    }
  }

  /** Whether it is over is looked at each time; its signature once, which takes a while. */
  private JWTClaimsSet claims(String token) throws ParseException, BadJOSEException, JOSEException {
    Known known = last;
    if (known != null && known.token().equals(token)) {
      processor.getJWTClaimsSetVerifier().verify(known.claims(), null);
      return known.claims();
    }
    JWTClaimsSet claims = processor.process(token, null);
    last = new Known(token, claims);
    return claims;
  }
}
