package nl.meldcode.acceptance.load;

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
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.Site;
import nl.meldcode.acceptance.kit.StartedSchool;

/**
 * Launches for staff of all schools of the board, as the host signs them. The pages of the demo
 * host have accounts at one school only. Safe for several threads.
 */
final class BoardLaunches {
  private final Site site;
  private final URI action;
  private final JWTClaimsSet pattern;
  private final ECKey key;

  private BoardLaunches(Site site, URI action, JWTClaimsSet pattern, ECKey key) {
    this.site = site;
    this.action = action;
    this.pattern = pattern;
    this.key = key;
  }

  /** Like one that the host's pages offer. */
  static BoardLaunches of(StartedSchool school) {
    HostSession.Launch one = HostSession.signIn(school.site(), "nora").launch(Ids.pupil("lotte"));
    try {
      return new BoardLaunches(
          school.site(),
          one.action(),
          SignedJWT.parse(one.token()).getJWTClaimsSet(),
          ECKey.parse(Files.readString(school.data().resolve("host/keys/host.jwk"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the host's launch cannot be read", e);
    }
  }

  /** The post that opens a tab of this pupil for this person; the answer is a 303. */
  HttpRequest.Builder post(Board.Person person, UUID pupil) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(action)
            .header("Origin", site.host().toString())
            .header("Sec-Fetch-Dest", "iframe")
            .header("Sec-Fetch-Mode", "navigate")
            .header("Sec-Fetch-Site", "cross-site")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "launch_token="
                        + URLEncoder.encode(token(person, pupil), StandardCharsets.UTF_8)));
    person.cookie().ifPresent(cookie -> request.header("Cookie", cookie));
    return request;
  }

  private String token(Board.Person person, UUID pupil) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(pattern)
            .subject(Ids.staff(person.key()).toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("school", person.school().toString())
            .claim("pupil", pupil.toString())
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("launch+jwt"))
                .keyID(key.getKeyID())
                .build(),
            claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the host's key does not sign", e);
    }
    return token.serialize();
  }
}
