package nl.meldcode.referencehost.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.TestSettings;
import nl.meldcode.referencehost.launch.LaunchTokens.Destination;
import nl.meldcode.referencehost.launch.LaunchTokens.Launch;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.seed.DemoSchool;
import nl.meldcode.referencehost.store.Roster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTokensTest {
  private static final Instant NOW = Instant.parse("2026-02-09T09:15:30.250Z");
  private static final Instant SIGNED_IN = Instant.parse("2026-02-09T08:01:00Z");
  private static final URI LAUNCH = URI.create("http://127.0.0.1:8080/meldcode/launch");
  private static final UUID LOTTE = Ids.of("pupil", "lotte");

  @TempDir Path folder;
  private HostKeys keys;
  private LaunchTokens tokens;

  @BeforeEach
  void start() {
    keys = HostKeys.in(folder);
    tokens =
        new LaunchTokens(
            TestSettings.in(folder),
            new Roster(DemoSchool.create()),
            keys,
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void theTokenSaysWhoOpensWhatForOneMinute() throws Exception {
    SignedJWT token = mint(Optional.of(LOTTE), Destination.IFRAME);
    Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
    assertThat(claims)
        .containsEntry("iss", "http://localhost:8080/connect/tenants/" + Ids.TENANT)
        .containsEntry("aud", List.of(LAUNCH.toString()))
        .containsEntry("sub", Ids.of("staff", "anja").toString())
        .containsEntry("tenant", Ids.TENANT.toString())
        .containsEntry("deployment", Ids.DEPLOYMENT.toString())
        .containsEntry("school", Ids.SCHOOL.toString())
        .containsEntry("pupil", LOTTE.toString())
        .containsEntry("tab", "overview")
        .containsEntry("roles", List.of("teacher"))
        .containsEntry("locale", "nl")
        .containsEntry("auth_time", SIGNED_IN.getEpochSecond())
        .containsEntry("dest", "iframe")
        .containsKeys("acr", "nonce");
    Instant issued = token.getJWTClaimsSet().getIssueTime().toInstant();
    Instant expires = token.getJWTClaimsSet().getExpirationTime().toInstant();
    assertThat(expires).isBetween(issued.plusSeconds(1), issued.plusSeconds(60));
  }

  @Test
  void thePublishedKeyVerifiesIt() throws Exception {
    SignedJWT token = mint(Optional.of(LOTTE), Destination.IFRAME);
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(token.getHeader().getType().getType()).isEqualTo("launch+jwt");
    ECKey published = keys.publicKeys().getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(published.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(published))).isTrue();
  }

  @Test
  void noTwoTokensHaveTheSameIdAndTheIdIsLong() throws Exception {
    String first = mint(Optional.of(LOTTE), Destination.IFRAME).getJWTClaimsSet().getJWTID();
    String second = mint(Optional.of(LOTTE), Destination.IFRAME).getJWTClaimsSet().getJWTID();
    assertThat(first).isNotEqualTo(second).hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void aTabOutsideARecordHasNoPupil() throws Exception {
    SignedJWT token = mint(Optional.empty(), Destination.WINDOW);
    assertThat(token.getJWTClaimsSet().getClaims())
        .doesNotContainKey("pupil")
        .containsEntry("dest", "window");
  }

  @Test
  void theTokenHoldsNoName() throws Exception {
    String payload = mint(Optional.of(LOTTE), Destination.IFRAME).getPayload().toString();
    assertThat(payload).isNotEmpty().doesNotContainIgnoringCase("anja").doesNotContain("Lotte");
  }

  @Test
  void theKeyStaysTheSameAndOnlyItsOwnerCanReadIt() throws Exception {
    HostKeys again = HostKeys.in(folder);
    assertThat(again.publicKeys().toString()).isEqualTo(keys.publicKeys().toString());
    Path file = folder.resolve("keys").resolve("host.jwk");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private SignedJWT mint(Optional<UUID> pupil, Destination destination) throws Exception {
    Staff anja = new Roster(DemoSchool.create()).staff(Ids.of("staff", "anja")).orElseThrow();
    Launch launch = new Launch(anja, SIGNED_IN, "overview", pupil, destination);
    return SignedJWT.parse(tokens.mint(launch, LAUNCH));
  }
}
