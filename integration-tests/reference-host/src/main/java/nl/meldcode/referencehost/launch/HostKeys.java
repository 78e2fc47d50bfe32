package nl.meldcode.referencehost.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import nl.meldcode.referencehost.store.OwnerOnly;
import nl.meldcode.referencehost.store.StoreFailure;

/** The host's ES256 key pair; the private half never leaves its file. */
public final class HostKeys {
  private final ECKey key;

  private HostKeys(ECKey key) {
    this.key = key;
  }

  /**
   * Reads the key pair from {@code keys/host.jwk} in this folder, or makes it at the first start.
   *
   * @throws StoreFailure when the file cannot be used
   */
  public static HostKeys in(Path folder) {
    Path keys = folder.resolve("keys");
    Path file = keys.resolve("host.jwk");
    try {
      if (Files.exists(file)) {
        return new HostKeys(ECKey.parse(Files.readString(file)));
      }
      ECKey made =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate();
      OwnerOnly.folder(keys);
      OwnerOnly.write(file, made.toJSONString().getBytes(UTF_8));
      return new HostKeys(made);
    } catch (IOException | ParseException | JOSEException e) {
      throw new StoreFailure("cannot use the host's key", e);
    }
  }

  /** The public half, as others fetch it. */
  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** Signs these claims as a token of this type. */
  public String sign(String type, JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("ES256 is missing from this JVM", e);
    }
    return token.serialize();
  }
}
