package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.conformance.LaunchDesk.Launched;

/** How a tab is opened (Host Connect 3.1 and 3.2): looked at once somebody opened one. */
final class LaunchRules {
  private static final String TOKEN = "launch_token";
  private static final int LONGEST = 60;
  private static final int SHORTEST_ID = 22;
  private static final Set<String> CLAIMS =
      Set.of(
          "iss",
          "aud",
          "sub",
          "jti",
          "iat",
          "exp",
          "tenant",
          "deployment",
          "school",
          "pupil",
          "tab",
          "roles",
          "locale",
          "auth_time",
          "acr",
          "nonce",
          "dest");

  private LaunchRules() {}

  static List<Rule> all() {
    return List.of(
        rule("LAUNCH-1", LaunchRules::form),
        rule("LAUNCH-2", LaunchRules::signature),
        rule("LAUNCH-3", LaunchRules::names),
        rule("LAUNCH-4", LaunchRules::audience),
        rule("LAUNCH-5", LaunchRules::lifetime),
        rule("LAUNCH-6", LaunchRules::people),
        rule("LAUNCH-7", LaunchRules::nothingElse));
  }

  /** A launch, read. */
  private record Read(
      Launched launched, SignedJWT token, JWTClaimsSet claims, JsonNode activation) {
    String claim(String name) {
      return String.valueOf(claims.getClaim(name));
    }
  }

  private interface Look {
    void at(Read launch, Host host, Findings found) throws IOException;
  }

  private static Rule rule(String id, Look look) {
    return Rule.always(
        id,
        (host, found) -> {
          Optional<Launched> launched = host.launched();
          if (launched.isEmpty()) {
            found.nothing("no-launch");
            return;
          }
          try {
            SignedJWT token = SignedJWT.parse(launched.get().token());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            String school = String.valueOf(claims.getClaim("school"));
            JsonNode activation = host.get("/activations/" + school).json();
            look.at(new Read(launched.get(), token, claims, activation), host, found);
          } catch (ParseException e) {
            found.add(Wrong.LAUNCH_UNREADABLE);
          }
        });
  }

  /** A form from the host's own page: in an address the token would be logged. */
  private static void form(Read launch, Host host, Findings found) {
    found.unless(launch.launched().method().equals("POST"), Wrong.LAUNCH_FORM);
    boolean own = false;
    for (JsonNode origin : launch.activation().path("frameOrigins")) {
      own |= origin.asText().equals(launch.launched().origin());
    }
    found.unless(own, Wrong.FIELD, "GET /activations/{schoolId}", "frameOrigins");
  }

  private static void signature(Read launch, Host host, Findings found) throws IOException {
    var header = launch.token().getHeader();
    found.unless(header.getAlgorithm().equals(JWSAlgorithm.ES256), Wrong.FIELD, TOKEN, "alg");
    found.unless("launch+jwt".equals(String.valueOf(header.getType())), Wrong.FIELD, TOKEN, "typ");
    String keys = launch.activation().path("jwksUri").asText();
    try {
      JWK key =
          keys.isEmpty()
              ? null
              : JWKSet.parse(host.client().outside(Ask.get(keys)).text())
                  .getKeyByKeyId(header.getKeyID());
      boolean signed =
          key != null && launch.token().verify(new ECDSAVerifier(key.toECKey().toECPublicKey()));
      found.unless(signed, Wrong.LAUNCH_SIGNATURE);
    } catch (ParseException | JOSEException e) {
      found.add(Wrong.LAUNCH_SIGNATURE);
    }
  }

  private static void names(Read launch, Host host, Findings found) {
    found.unless(said(launch, "issuer").equals(launch.claim("iss")), Wrong.FIELD, TOKEN, "iss");
    for (String name : List.of("tenant", "deployment")) {
      found.unless(said(launch, name).equals(launch.claim(name)), Wrong.FIELD, TOKEN, name);
    }
  }

  private static String said(Read launch, String field) {
    return launch.activation().path(field).asText();
  }

  private static void audience(Read launch, Host host, Findings found) {
    boolean exact = launch.claims().getAudience().equals(List.of(launch.launched().uri()));
    found.unless(exact, Wrong.FIELD, TOKEN, "aud");
  }

  private static void lifetime(Read launch, Host host, Findings found) {
    JWTClaimsSet claims = launch.claims();
    if (claims.getIssueTime() == null || claims.getExpirationTime() == null) {
      found.add(Wrong.FIELD, TOKEN, "iat, exp");
      return;
    }
    long seconds =
        Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())
            .toSeconds();
    found.unless(seconds > 0 && seconds <= LONGEST, Wrong.FIELD, TOKEN, "exp");
    boolean unique = claims.getJWTID() != null && claims.getJWTID().length() >= SHORTEST_ID;
    found.unless(unique, Wrong.FIELD, TOKEN, "jti");
  }

  /** Who and what is opened is known, and the roles are those that the host says elsewhere. */
  private static void people(Read launch, Host host, Findings found) throws IOException {
    Set<String> held = new HashSet<>();
    boolean known = false;
    for (JsonNode one : host.all("/staff?limit=500")) {
      if (RosterRules.id(one).equals(launch.claims().getSubject())) {
        known = true;
        one.path("roles").forEach(role -> held.add(role.path("role").asText()));
      }
    }
    found.unless(known, Wrong.UNKNOWN, TOKEN, "sub");
    Object roles = launch.claims().getClaim("roles");
    boolean fitting = roles instanceof List<?> all && !all.isEmpty() && held.containsAll(all);
    found.unless(fitting, Wrong.FIELD, TOKEN, "roles");
    Set<String> pupils = RosterRules.ids(host.all("/pupils?limit=500"));
    boolean pupil =
        launch.claims().getClaim("pupil") == null || pupils.contains(launch.claim("pupil"));
    found.unless(pupil, Wrong.UNKNOWN, TOKEN, "pupil");
  }

  private static void nothingElse(Read launch, Host host, Findings found) {
    for (String name : launch.claims().getClaims().keySet()) {
      found.unless(CLAIMS.contains(name), Wrong.NOT_THIN, TOKEN, name);
    }
    found.unless(Set.of("nl", "en").contains(launch.claim("locale")), Wrong.FIELD, TOKEN, "locale");
    found.unless(
        Set.of("iframe", "window").contains(launch.claim("dest")), Wrong.FIELD, TOKEN, "dest");
    found.unless(!launch.claim("tab").equals("null"), Wrong.FIELD, TOKEN, "tab");
  }
}
