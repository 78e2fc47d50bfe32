package nl.meldcode.adapter.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.Tampered;

/** Reads signed heads back, with nothing but the public keys of the plugin (A01, A03). */
public final class SignedHeadsCheck {
  private SignedHeadsCheck() {}

  /** What somebody signed, and when. */
  public record Signed(Instant at, Ends ends) {}

  /**
   * All lines, oldest first.
   *
   * @param keys a JWK set, as the plugin serves it
   * @throws StartRefused when file or keys cannot be read
   * @throws Tampered naming the first line that the plugin did not sign after the one before it
   */
  public static List<Signed> of(Path dataDir, Path keys) {
    JWKSet known = keys(keys);
    List<Signed> all = new ArrayList<>();
    String before = "";
    for (String line : lines(dataDir.resolve(SignedHeads.FILE))) {
      String place = "heads.signed line " + (all.size() + 1);
      JWTClaimsSet claims = verified(line, known, place);
      if (!SignedHeads.sha256(before).equals(claims.getClaim("previous"))) {
        throw new Tampered(place);
      }
      all.add(signed(claims, place));
      before = line;
    }
    return all;
  }

  private static Signed signed(JWTClaimsSet claims, String place) {
    try {
      return new Signed(
          claims.getIssueTime().toInstant(),
          new Ends(
              claims.getLongClaim("head_bytes"),
              claims.getStringClaim("head_sha256"),
              Objects.requireNonNullElse(claims.getLongClaim("erased_bytes"), 0L),
              Objects.requireNonNullElse(claims.getStringClaim("erased_sha256"), ""),
              claims.getLongClaim("log_lines"),
              claims.getStringClaim("log_hash")));
    } catch (ParseException e) {
      throw new Tampered(place);
    }
  }

  private static JWTClaimsSet verified(String line, JWKSet keys, String place) {
    try {
      SignedJWT token = SignedJWT.parse(line);
      JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
      boolean ours =
          key instanceof ECKey known
              && new JOSEObjectType(SignedHeads.TYPE).equals(token.getHeader().getType())
              && JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
              && token.verify(new ECDSAVerifier(known));
      if (!ours) {
        throw new Tampered(place);
      }
      return token.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new Tampered(place);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, US_ASCII) : List.of();
    } catch (IOException e) {
      throw new Tampered(SignedHeads.FILE);
    }
  }

  private static JWKSet keys(Path file) {
    try {
      return JWKSet.parse(Files.readString(file));
    } catch (IOException | ParseException e) {
      throw new StartRefused(file + " holds no JWK set", e);
    }
  }
}
