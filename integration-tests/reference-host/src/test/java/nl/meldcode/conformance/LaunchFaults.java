package nl.meldcode.conformance;

import static nl.meldcode.conformance.Fault.launches;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.meldcode.conformance.LaunchDesk.Launched;

/** What hosts do wrong when a tab is opened. */
final class LaunchFaults {
  private static final Date LATER = Date.from(Instant.parse("2026-02-16T16:00:00Z"));
  private final InProcess host;

  LaunchFaults(InProcess host) {
    this.host = host;
  }

  List<Fault> all() {
    return List.of(
        launches(
            "LAUNCH-1",
            "in an address",
            one -> new Launched("GET", one.origin(), one.token(), one.uri())),
        launches(
            "LAUNCH-1",
            "from elsewhere",
            one -> new Launched("POST", "https://elders.example", one.token(), one.uri())),
        launches("LAUNCH-2", "signed by others", LaunchFaults::torn),
        launches("LAUNCH-2", "another type", host.with("JWT", claims -> claims)),
        says("LAUNCH-3", "another tenant", claims -> claims.claim("tenant", "anders")),
        says("LAUNCH-3", "another issuer", claims -> claims.issuer("https://elders.example")),
        says(
            "LAUNCH-4",
            "for another plugin",
            claims -> claims.audience("https://elders.example/launch")),
        says("LAUNCH-5", "for an hour", claims -> claims.expirationTime(LATER)),
        says("LAUNCH-5", "a short id", claims -> claims.jwtID("1")),
        says("LAUNCH-6", "nobody we know", claims -> claims.subject(UUID.randomUUID().toString())),
        says("LAUNCH-6", "a role too many", claims -> claims.claim("roles", List.of("head"))),
        says("LAUNCH-7", "a name", claims -> claims.claim("name", "x")));
  }

  private Fault says(String rule, String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return launches(rule, what, host.with("launch+jwt", change));
  }

  /** One letter of the signature is another. */
  private static Launched torn(Launched one) {
    int at = one.token().lastIndexOf('.') + 5;
    char other = one.token().charAt(at) == 'A' ? 'B' : 'A';
    String token = one.token().substring(0, at) + other + one.token().substring(at + 1);
    return new Launched(one.method(), one.origin(), token, one.uri());
  }
}
