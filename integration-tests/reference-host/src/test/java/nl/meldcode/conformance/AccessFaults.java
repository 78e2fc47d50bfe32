package nl.meldcode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.meldcode.conformance.Fault.answer;
import static nl.meldcode.conformance.Fault.ask;
import static nl.meldcode.conformance.Fault.header;
import static nl.meldcode.conformance.Fault.host;
import static nl.meldcode.conformance.Fault.says;
import static nl.meldcode.conformance.Fault.tells;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What hosts do wrong at the door. */
final class AccessFaults {
  private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&]+)");
  private final Identity identity;

  AccessFaults(Identity identity) {
    this.identity = identity;
  }

  List<Fault> all() {
    List<Fault> all = new ArrayList<>(assertions());
    all.addAll(tokens());
    return all;
  }

  private List<Fault> assertions() {
    Set<String> seen = new HashSet<>();
    return List.of(
        new Fault(
            "ACCESS-1",
            "in the clear",
            UnaryOperator.identity(),
            this::inTheClear,
            UnaryOperator.identity()),
        tells(
            "ACCESS-2",
            "lives for ever",
            answer("POST", "/token"),
            body -> body.remove("expires_in")),
        takes(
            "ACCESS-3",
            "any signature",
            jwt -> !jwt.verify(new ECDSAVerifier(identity.key().toECPublicKey()))),
        takes(
            "ACCESS-4",
            "an old one",
            jwt ->
                claims(jwt).getExpirationTime().toInstant().isBefore(identity.clock().instant())),
        takes(
            "ACCESS-5",
            "one for others",
            jwt -> !claims(jwt).getAudience().contains(identity.tokenUri())),
        takes("ACCESS-6", "the same again", jwt -> !seen.add(claims(jwt).getJWTID())));
  }

  private List<Fault> tokens() {
    return List.of(
        host(
            "ACCESS-7",
            "without a token",
            host ->
                ask ->
                    ask.headers().containsKey("Authorization")
                        ? host.send(ask)
                        : host.send(withToken(host, ask))),
        says(
            "ACCESS-7",
            "does not say how",
            answer -> answer.status() == 401,
            header("WWW-Authenticate", "")),
        host(
            "ACCESS-8",
            "any token",
            host ->
                ask ->
                    ask("GET", "/pupils").test(ask)
                        ? host.send(withToken(host, ask))
                        : host.send(ask)),
        host(
            "ACCESS-9",
            "everything for everybody",
            host -> ask -> host.send(ask.path().endsWith("/token") ? wide(ask) : ask)),
        tells(
            "ACCESS-10",
            "secrets too",
            answer("POST", "/token"),
            body -> body.put("scope", body.path("scope").asText() + " connect.address.secret")));
  }

  private Identity inTheClear(Identity usual) {
    return new Identity(
        URI.create("http://vlieger.example/connect/v1"),
        usual.client(),
        usual.key(),
        usual.tokenUri(),
        usual.clock());
  }

  private interface Which {
    boolean test(SignedJWT assertion) throws JOSEException, ParseException;
  }

  private static JWTClaimsSet claims(SignedJWT assertion) throws ParseException {
    return assertion.getJWTClaimsSet();
  }

  /** A token endpoint that lets these assertions pass as if they were good. */
  private Fault takes(String rule, String what, Which which) {
    return host(
        rule,
        what,
        host ->
            ask -> {
              Matcher sent = ASSERTION.matcher(new String(ask.body(), UTF_8));
              return sent.find() && holds(which, sent.group(1))
                  ? host.send(fresh(ask))
                  : host.send(ask);
            });
  }

  private static boolean holds(Which which, String assertion) {
    try {
      return which.test(SignedJWT.parse(assertion));
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  private Ask fresh(Ask ask) {
    String form =
        ASSERTION
            .matcher(new String(ask.body(), UTF_8))
            .replaceAll("client_assertion=" + identity.assertion());
    return ask.body(ask.headers().getOrDefault("Content-Type", ""), form.getBytes(UTF_8));
  }

  private static Ask wide(Ask ask) {
    String form = new String(ask.body(), UTF_8).replaceAll("&?scope=[^&]*", "");
    return ask.body(ask.headers().getOrDefault("Content-Type", ""), form.getBytes(UTF_8));
  }

  private Ask withToken(Transport host, Ask ask) throws IOException {
    String token =
        new Client(host, identity)
            .askToken(identity.assertion(), "")
            .json()
            .path("access_token")
            .asText();
    return ask.with("Authorization", "Bearer " + token);
  }
}
