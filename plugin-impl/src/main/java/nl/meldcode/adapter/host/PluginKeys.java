package nl.meldcode.adapter.host;

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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/**
 * The plugin's ES256 key pair, by which a host knows it (private_key_jwt, RFC 7523). Made at first
 * start in a file that its owner alone can read; the private half never leaves it.
 */
public final class PluginKeys {
  private static final String FILE = "plugin-jwk.json";

  private final ECKey key;

  private PluginKeys(ECKey key) {
    this.key = key;
  }

  /**
   * Reads the key pair from this folder, or makes folder and pair when they are not there.
   *
   * @throws UncheckedIOException when it can be neither read nor written, or is no ES256 pair
   */
  public static PluginKeys in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        write(folder, file, generated().toJSONString());
      }
      return new PluginKeys(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public half as a JWK set, for {@code /jwks.json}. */
  public String publicJwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** These claims, signed as a token of that type. */
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
      throw new IllegalStateException("the plugin's key cannot sign", e);
    }
    return token.serialize();
  }

  private static ECKey generated() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static ECKey read(Path file) throws IOException {
    try {
      ECKey key = ECKey.parse(Files.readString(file));
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new IOException(file + " is not a P-256 key pair");
      }
      return key;
    } catch (ParseException e) {
      // The cause is left out: it may quote the key.
      throw new IOException(file + " is not a key");
    }
  }

  /** Writes beside it and moves, so that a crash leaves no half key. */
  private static void write(Path folder, Path file, String json) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(fresh, create, ownerOnly(folder, "rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
