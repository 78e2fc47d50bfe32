package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.application.port.LaunchTokens;
import org.jspecify.annotations.Nullable;

/**
 * Verifies launch tokens of one host tenant: ES256 with a pinned key, then every claim (Host
 * Connect 3.1 and 3.2; S01). No address in a token is ever called.
 */
public final class JoseLaunchTokens implements LaunchTokens {
  private static final int LONGEST = 8_192;

  /** Without white space around it, which the parser would forgive. */
  private static final Pattern COMPACT = Pattern.compile("[\\w-]+(\\.[\\w-]+){2}");

  private static final String TYPE = "launch+jwt";

  /** Header members that bring a key, or ask for something this verifier does not do. */
  private static final Set<String> FORBIDDEN =
      Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc");

  private final PinnedKeys keys;
  private final LaunchClaimRules rules;

  /** Takes the pinned settings; keys are fetched at the first token. */
  public JoseLaunchTokens(HostSettings host, HostHttp http, Clock clock) {
    this.keys = new PinnedKeys(host.jwksUri(), http, clock);
    this.rules = new LaunchClaimRules(host, clock);
  }

  @Override
  public Result verify(String token) {
    if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
      return new Result.Refused(Reason.SHAPE);
    }
    try {
      JWSObject jws = JWSObject.parse(token);
      JsonNode header = json(part(jws, 0));
      JsonNode claims = json(part(jws, 1));
      part(jws, 2);
      return verify(jws, header, claims);
    } catch (ParseException | IOException | IllegalArgumentException e) {
      return new Result.Refused(Reason.SHAPE);
    }
  }

  private Result verify(JWSObject jws, JsonNode header, JsonNode claims) {
    if (!isAllowed(header)) {
      return new Result.Refused(Reason.HEADER);
    }
    Optional<ECKey> key = keys.key(header.path("kid").asText());
    if (key.isEmpty()) {
      return new Result.Refused(Reason.KEY);
    }
    return isSigned(jws, key.get()) ? rules.judge(claims) : new Result.Refused(Reason.SIGNATURE);
  }

  private static boolean isAllowed(JsonNode header) {
    return JWSAlgorithm.ES256.getName().equals(text(header, "alg"))
        && TYPE.equals(text(header, "typ"))
        && !header.path("kid").asText("").isBlank()
        && header.path("kid").isTextual()
        && FORBIDDEN.stream().noneMatch(header::has);
  }

  private static boolean isSigned(JWSObject jws, ECKey key) {
    try {
      return jws.verify(new ECDSAVerifier(key.toPublicJWK()));
    } catch (JOSEException e) {
      return false;
    }
  }

  /** One part, in the one way it can be written: a token with spare bits set is another token. */
  private static byte[] part(JWSObject jws, int index) throws ParseException {
    Base64URL part = jws.getParsedParts()[index];
    byte[] bytes = part.decode();
    if (bytes.length == 0 || !Base64URL.encode(bytes).equals(part)) {
      throw new ParseException("not base64url", index);
    }
    return bytes;
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    JsonNode node = Reply.JSON.readTree(bytes);
    if (node == null || !node.isObject()) {
      throw new IOException("not an object");
    }
    return node;
  }

  private static @Nullable String text(JsonNode node, String member) {
    return node.path(member).textValue();
  }
}
