package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginKeysTest {
  @TempDir private Path folder;

  @Test
  void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
    PluginKeys first = PluginKeys.in(folder.resolve("keys"));
    PluginKeys second = PluginKeys.in(folder.resolve("keys"));

    assertThat(second.publicJwks()).isEqualTo(first.publicJwks());
    assertThat(permissions("keys/plugin-jwk.json")).isEqualTo("rw-------");
    assertThat(permissions("keys")).isEqualTo("rwx------");
  }

  @Test
  void thePublicSetVerifiesAndHoldsNothingPrivate() throws Exception {
    PluginKeys keys = PluginKeys.in(folder);
    JWK key = JWKSet.parse(keys.publicJwks()).getKeys().get(0);

    String token = keys.sign("JWT", new JWTClaimsSet.Builder().subject("me").build());

    assertThat(key.isPrivate()).isFalse();
    assertThat(SignedJWT.parse(token).verify(new ECDSAVerifier(key.toECKey()))).isTrue();
  }

  @Test
  void aDamagedKeyIsNotReplaced() throws Exception {
    Path file = folder.resolve("plugin-jwk.json");
    Files.writeString(file, "{\"kty\":\"EC\"}");

    assertThatThrownBy(() -> PluginKeys.in(folder)).isInstanceOf(UncheckedIOException.class);
    assertThat(file).hasContent("{\"kty\":\"EC\"}");
  }

  private String permissions(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
