package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.application.port.EventTokens;

/** Verifies the tokens of notices (Host Connect 6.5): claim {@code digest} is that of the body. */
public final class JoseEventTokens implements EventTokens {
  private final SignedTokens tokens;
  private final String issuer;
  private final String audience;
  private final Clock clock;

  /**
   * Takes the pinned settings; keys are fetched at the first token.
   *
   * @param events the plugin's own address for notices, as its descriptor says
   */
  public JoseEventTokens(HostSettings host, URI events, HostHttp http, Clock clock) {
    this.tokens = new SignedTokens(new PinnedKeys(host.jwksUri(), http, clock), "event+jwt");
    this.issuer = host.issuer();
    this.audience = events.toString();
    this.clock = clock;
  }

  @Override
  public boolean accepts(String token, byte[] body) {
    JsonNode claims = tokens.read(token).claims();
    return claims != null
        && issuer.equals(TokenClaims.text(claims, "iss"))
        && audience.equals(TokenClaims.text(claims, "aud"))
        && TokenClaims.isInTime(claims, clock.instant())
        && TokenClaims.hasId(claims)
        && digest(body).equals(TokenClaims.text(claims, "digest"));
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this JVM", e);
    }
  }
}
