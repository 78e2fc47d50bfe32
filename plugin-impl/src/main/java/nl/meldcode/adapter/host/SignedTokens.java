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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LaunchTokens.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens that a host signed: ES256 with a pinned key. No address in a token is ever called
 * (Host Connect 3.2; S01).
 */
final class SignedTokens {
  private static final int LONGEST = 8_192;

  /** Without white space around it, which the parser would forgive. */
  private static final Pattern COMPACT = Pattern.compile("[\\w-]+(\\.[\\w-]+){2}");

  /** Header members that bring a key, or ask for something this verifier does not do. */
  private static final Set<String> FORBIDDEN =
      Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc");

  private final PinnedKeys keys;
  private final String type;

  /** Takes the pinned keys and the {@code typ} that is asked for. */
  SignedTokens(PinnedKeys keys, String type) {
    this.keys = keys;
    this.type = type;
  }

  /** Claims with a good signature, or why there are none. */
  record Read(@Nullable JsonNode claims, @Nullable Reason refused) {
    @Override
    public String toString() {
      return "Read[" + refused + "]";
    }
  }

  /**
   * Reads one.
   *
   * @throws HostUnavailable when no keys are known and none can be had
   */
  Read read(String token) {
    if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
      return new Read(null, Reason.SHAPE);
    }
    try {
      JWSObject jws = JWSObject.parse(token);
      JsonNode header = json(part(jws, 0));
      JsonNode claims = json(part(jws, 1));
      part(jws, 2);
      return verify(jws, header, claims);
    } catch (ParseException | IOException | IllegalArgumentException e) {
      return new Read(null, Reason.SHAPE);
    }
  }

  private Read verify(JWSObject jws, JsonNode header, JsonNode claims) {
    if (!isAllowed(header)) {
      return new Read(null, Reason.HEADER);
    }
    Optional<ECKey> key = keys.key(header.path("kid").asText());
    if (key.isEmpty()) {
      return new Read(null, Reason.KEY);
    }
    return isSigned(jws, key.get()) ? new Read(claims, null) : new Read(null, Reason.SIGNATURE);
  }

  private boolean isAllowed(JsonNode header) {
    return JWSAlgorithm.ES256.getName().equals(text(header, "alg"))
        && type.equals(text(header, "typ"))
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
