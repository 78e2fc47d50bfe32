package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.host.HostStub.Asked;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.LaunchClaims;
import nl.meldcode.application.port.LaunchTokens.Reason;
import nl.meldcode.application.port.LaunchTokens.Result;
import nl.meldcode.application.port.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoseLaunchTokensTest {
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HostStub evil;
  private JoseLaunchTokens tokens;
  private TokenForge forge;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    evil = new HostStub();
    tokens = new JoseLaunchTokens(host.settings(), http, clock);
    forge = new TokenForge(host, evil, clock.instant());
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
    evil.close();
  }

  @Test
  void aGenuineTokenIsAccepted() {
    assertThat(tokens.verify(forge.genuine()))
        .isEqualTo(
            new Result.Accepted(
                new LaunchClaims(
                    host.settings().issuer(),
                    TokenForge.TOKEN_ID,
                    HostStub.TENANT,
                    TokenForge.STAFF,
                    TokenForge.SCHOOL,
                    TokenForge.PUPIL,
                    Tab.OVERVIEW,
                    "nl",
                    clock.instant().minusSeconds(600),
                    clock.instant().plusSeconds(60),
                    false)));
  }

  @Test
  void aTabWithoutPupilIsAccepted() throws Exception {
    Map<String, Object> claims = forge.claims();
    claims.remove("pupil");
    claims.put("tab", "work-list");
    claims.put("dest", "window");

    assertThat(tokens.verify(forge.signed(claims)))
        .isInstanceOfSatisfying(
            Result.Accepted.class,
            accepted -> {
              assertThat(accepted.claims().pupil()).isNull();
              assertThat(accepted.claims().window()).isTrue();
            });
  }

  @Test
  void aLaunchWithoutMomentOfLoginIsNeverAFreshLogin() throws Exception {
    Map<String, Object> claims = forge.claims();
    claims.remove("auth_time");

    assertThat(tokens.verify(forge.signed(claims)))
        .isInstanceOfSatisfying(
            Result.Accepted.class,
            accepted -> assertThat(accepted.claims().authenticatedAt()).isEqualTo(Instant.EPOCH));
  }

  @Test
  @Covers("S01")
  void noForgedTokenIsAcceptedAndNoAddressInOneIsCalled() throws Exception {
    assertThat(tokens.verify(forge.genuine())).isInstanceOf(Result.Accepted.class);
    Map<String, String> forged = forge.forged();
    List<String> accepted = new ArrayList<>();

    forged.forEach(
        (how, token) -> {
          if (tokens.verify(token) instanceof Result.Accepted) {
            accepted.add(how);
          }
        });

    assertThat(forged).hasSizeGreaterThanOrEqualTo(400);
    assertThat(accepted).as("seed %d", TokenForge.SEED).isEmpty();
    assertThat(evil.asked()).isEmpty();
    assertThat(host.asked()).extracting(Asked::line).containsOnly("GET /jwks");
  }

  @Test
  @Covers("S01")
  void eachRuleRefusesForItsOwnReason() throws Exception {
    forge
        .brokenClaims()
        .forEach(
            (how, broken) ->
                assertThat(tokens.verify(forge.signed(broken.claims())))
                    .as(how)
                    .isEqualTo(new Result.Refused(broken.reason())));
  }

  @Test
  void anExpiredTokenIsRefused() {
    String token = forge.genuine();
    clock.pass(Duration.ofSeconds(60));

    assertThat(tokens.verify(token)).isEqualTo(new Result.Refused(Reason.TIME));
  }

  @Test
  @Covers("S03")
  void unknownKeyIdsCauseOneFetchInHalfAMinute() throws Exception {
    tokens.verify(forge.genuine());
    for (int i = 0; i < 1_000; i++) {
      tokens.verify(forge.signedBy(HostStub.key("unknown-" + i % 3)));
    }
    assertThat(host.asked("GET /jwks")).hasSize(1);

    clock.pass(Duration.ofSeconds(30));
    for (int i = 0; i < 10; i++) {
      tokens.verify(forge.signedBy(HostStub.key("unknown")));
    }
    assertThat(host.asked("GET /jwks")).hasSize(2);
  }

  @Test
  @Covers("S03")
  void aNewKeyIsFoundAndARetiredOneRefusedAfterFiveMinutes() throws Exception {
    tokens.verify(forge.genuine());
    ECKey next = HostStub.key("host-2");
    host.answer("GET /jwks", HostStub.json(200, new JWKSet(next.toPublicJWK()).toString()));

    clock.pass(Duration.ofMinutes(5));
    forge = new TokenForge(host, evil, clock.instant());

    assertThat(tokens.verify(forge.genuine())).isEqualTo(new Result.Refused(Reason.KEY));
    assertThat(tokens.verify(forge.signedBy(next))).isInstanceOf(Result.Accepted.class);
  }

  @Test
  @Covers({"S03", "R10"})
  void aHostThatCouldNotAnswerIsAskedAgainSoon() throws Exception {
    ECKey next = HostStub.key("host-2");
    host.answer("GET /jwks", HostStub.json(500, "{}"));
    assertThatThrownBy(() -> tokens.verify(forge.genuine())).isInstanceOf(HostUnavailable.class);
    host.answer("GET /jwks", HostStub.json(200, new JWKSet(next.toPublicJWK()).toString()));
    assertThatThrownBy(() -> tokens.verify(forge.genuine())).isInstanceOf(HostUnavailable.class);

    clock.pass(Duration.ofSeconds(2));

    assertThat(tokens.verify(forge.signedBy(next))).isInstanceOf(Result.Accepted.class);
    assertThat(host.asked("GET /jwks")).hasSize(2);
  }

  @Test
  @Covers("S03")
  void knownKeysServeThroughAShortOutage() throws Exception {
    tokens.verify(forge.genuine());
    host.answer("GET /jwks", HostStub.json(500, "{}"));

    clock.pass(Duration.ofMinutes(10));
    forge = new TokenForge(host, evil, clock.instant());
    assertThat(tokens.verify(forge.genuine())).isInstanceOf(Result.Accepted.class);

    clock.pass(Duration.ofMinutes(6));
    forge = new TokenForge(host, evil, clock.instant());
    assertThatThrownBy(() -> tokens.verify(forge.genuine())).isInstanceOf(HostUnavailable.class);
  }
}
