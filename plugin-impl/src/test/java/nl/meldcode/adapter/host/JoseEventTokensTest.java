package nl.meldcode.adapter.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoseEventTokensTest {
  private static final URI EVENTS = URI.create("https://plugin.example/meldcode/events");
  private static final byte[] BODY = "{\"id\": \"1\"}".getBytes(UTF_8);

  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp();
  private HostStub host;
  private HostStub evil;
  private TokenForge forge;
  private JoseEventTokens tokens;

  @BeforeEach
  void begin() throws Exception {
    host = new HostStub();
    evil = new HostStub();
    forge = new TokenForge(host, evil, clock.instant());
    tokens = new JoseEventTokens(host.settings(), EVENTS, http, clock);
  }

  @AfterEach
  void end() {
    http.close();
    host.close();
    evil.close();
  }

  @Test
  @Covers("S01")
  void aNoticeOfTheHostAboutThisBodyIsTaken() throws Exception {
    assertThat(tokens.accepts(forge.signed("event+jwt", claims()), BODY)).isTrue();
  }

  @Test
  @Covers("S01")
  void anythingElseIsNot() throws Exception {
    String genuine = forge.signed("event+jwt", claims());
    assertThat(tokens.accepts(genuine, "{}".getBytes(UTF_8))).as("another body").isFalse();
    assertThat(tokens.accepts(forge.signed("launch+jwt", claims()), BODY)).as("a launch").isFalse();
    assertThat(tokens.accepts("nonsense", BODY)).isFalse();
    for (String claim : claims().keySet()) {
      Map<String, Object> without = claims();
      without.remove(claim);
      assertThat(tokens.accepts(forge.signed("event+jwt", without), BODY)).as(claim).isFalse();
    }
    Map<String, Object> other = claims();
    other.put("aud", host.settings().launchUri().toString());
    assertThat(tokens.accepts(forge.signed("event+jwt", other), BODY)).as("audience").isFalse();
    other = claims();
    other.put("exp", clock.instant().getEpochSecond() + 3600);
    assertThat(tokens.accepts(forge.signed("event+jwt", other), BODY)).as("an hour").isFalse();
    assertThat(evil.asked()).isEmpty();
  }

  private Map<String, Object> claims() throws Exception {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", host.settings().issuer());
    claims.put("aud", EVENTS.toString());
    claims.put("jti", TokenForge.TOKEN_ID);
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put("exp", clock.instant().getEpochSecond() + 60);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(BODY);
    claims.put("digest", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    return claims;
  }
}
