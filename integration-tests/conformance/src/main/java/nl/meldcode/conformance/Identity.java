package nl.meldcode.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Who the kit is to the host: a client with a key pair of its own ({@code private_key_jwt}, RFC
 * 7523).
 *
 * @param base of Host Connect, without a slash at its end
 * @param tokenUri where tokens are asked, which is also the audience of an assertion
 */
record Identity(URI base, String client, ECKey key, String tokenUri, Clock clock) {

  static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  /** An assertion as it should be. */
  String assertion() {
    return assertion(key, tokenUri, clock.instant(), clock.instant().plusSeconds(60));
  }

  /** An assertion with the same key id, signed by somebody else. */
  String forged() {
    ECKey other = new ECKey.Builder(newKey()).keyID(key.getKeyID()).build();
    return assertion(other, tokenUri, clock.instant(), clock.instant().plusSeconds(60));
  }

  /** An assertion that was good two hours ago. */
  String expired() {
    Instant then = clock.instant().minusSeconds(7200);
    return assertion(key, tokenUri, then, then.plusSeconds(60));
  }

  /** An assertion meant for another server. */
  String misdirected() {
    Instant now = clock.instant();
    return assertion(key, "https://elders.example/oauth/token", now, now.plusSeconds(60));
  }

  private String assertion(ECKey signer, String audience, Instant from, Instant until) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(client)
            .subject(client)
            .audience(audience)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(from))
            .expirationTime(Date.from(until))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signer.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(signer));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
    return token.serialize();
  }

  @Override
  public String toString() {
    return "Identity[" + client + "]";
  }
}
