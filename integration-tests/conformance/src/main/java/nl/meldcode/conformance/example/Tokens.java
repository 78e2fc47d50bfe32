package nl.meldcode.conformance.example;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of the host: who the plugin is, what it may read, and who opens a tab. */
final class Tokens {
  static final List<String> SCOPES = List.of("connect.pupil.read", "connect.staff.read");
  private static final String BEARER = "Bearer ";
  private static final int LIFE_SECONDS = 300;
  private final ECKey own;
  private final JWKSet plugin;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Map<String, Given> given = new ConcurrentHashMap<>();

  private record Given(Set<String> scopes, Instant until) {}

  Tokens(JWKSet plugin) throws JOSEException {
    this.plugin = plugin;
    own = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
  }

  Map<String, Object> publicKeys() {
    return new JWKSet(own.toPublicJWK()).toJSONObject();
  }

  /** A token for an assertion that is the plugin's own, meant for us, and used once (RFC 7523). */
  Optional<Map<String, Object>> exchange(String assertion, String scope, String audience) {
    DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext> processor =
        new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(plugin)));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().build(), Set.of("exp", "jti", "sub")));
    try {
      if (!used.add(processor.process(assertion, null).getJWTID())) {
        return Optional.empty();
      }
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
    List<String> wanted = scope.isEmpty() ? SCOPES : List.of(scope.split(" ", -1));
    Set<String> scopes = Set.copyOf(SCOPES.stream().filter(wanted::contains).toList());
    String token = UUID.randomUUID().toString();
    given.put(token, new Given(scopes, Instant.now().plusSeconds(LIFE_SECONDS)));
    return Optional.of(
        Map.of(
            "access_token",
            token,
            "token_type",
            "Bearer",
            "expires_in",
            LIFE_SECONDS,
            "scope",
            String.join(" ", scopes)));
  }

  /** What the bearer of this header may read; empty when it is nobody we know. */
  Optional<Set<String>> scopes(String authorization) {
    String token = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
    return Optional.ofNullable(given.get(token))
        .filter(one -> Instant.now().isBefore(one.until()))
        .map(Given::scopes);
  }

  /** A launch that is good for one minute and one use (Host Connect 3.1). */
  String launch(Map<String, ?> claims, String issuer, String audience) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder all =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    claims.forEach(all::claim);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("launch+jwt"))
            .keyID(own.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, all.build());
    try {
      token.sign(new ECDSASigner(own));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
    return token.serialize();
  }
}
