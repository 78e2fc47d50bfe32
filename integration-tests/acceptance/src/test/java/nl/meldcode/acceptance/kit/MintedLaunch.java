package nl.meldcode.acceptance.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.UUID;
import nl.meldcode.acceptance.kit.HostSession.Launch;

/**
 * Launches that the demo host's pages do not offer, signed with the host's own key. Another host
 * may let every teacher look up every pupil; then the plugin alone decides what is shown.
 */
public final class MintedLaunch {
  private MintedLaunch() {}

  /** A copy of a launch for another pupil. */
  public static Launch forPupil(StartedSchool school, Launch original, UUID pupil) {
    try {
      ECKey key = ECKey.parse(Files.readString(school.data().resolve("host/keys/host.jwk")));
      SignedJWT signed = SignedJWT.parse(original.token());
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder(signed.getJWTClaimsSet())
              .jwtID(UUID.randomUUID().toString())
              .claim("pupil", pupil.toString())
              .build();
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType("launch+jwt"))
              .keyID(key.getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return new Launch(original.action(), token.serialize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the host's key does not sign", e);
    }
  }
}
