package nl.meldcode.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Who gets in (Host Connect 6.8). */
final class AccessRules {
  private static final String DATA = "/pupils?limit=1";
  private static final int LONGEST = 3600;

  private AccessRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.always("ACCESS-1", AccessRules::encrypted),
        Rule.always("ACCESS-2", AccessRules::token),
        Rule.always("ACCESS-3", (host, found) -> refused(host, found, identity(host).forged())),
        Rule.always("ACCESS-4", (host, found) -> refused(host, found, identity(host).expired())),
        Rule.always(
            "ACCESS-5", (host, found) -> refused(host, found, identity(host).misdirected())),
        Rule.always("ACCESS-6", AccessRules::once),
        Rule.always("ACCESS-7", AccessRules::noToken),
        Rule.always("ACCESS-8", AccessRules::wrongToken),
        Rule.always("ACCESS-9", AccessRules::narrowToken),
        Rule.always("ACCESS-10", AccessRules::secretAddresses));
  }

  /** Whether the rule is about the door, and so can be looked at from outside. */
  static boolean isOne(Rule rule) {
    return rule.id().startsWith("ACCESS-");
  }

  private static Identity identity(Host host) {
    return host.client().identity();
  }

  private static void encrypted(Host host, Findings found) {
    for (String address : List.of(identity(host).base().toString(), identity(host).tokenUri())) {
      URI uri = URI.create(address);
      boolean loopback = Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
      boolean encrypted = address.startsWith("https:");
      found.unless(encrypted || loopback, Wrong.PLAIN, address);
    }
  }

  private static void token(Host host, Findings found) throws IOException {
    Answer answer = host.client().askToken(identity(host).assertion(), "");
    if (found.status(answer, 200)) {
      JsonNode body = answer.json();
      found.unless(
          !body.path("access_token").asText().isEmpty(), Wrong.FIELD, answer.ask(), "access_token");
      found.unless(
          body.path("token_type").asText().equalsIgnoreCase("Bearer"),
          Wrong.FIELD,
          answer.ask(),
          "token_type");
      int lives = body.path("expires_in").asInt();
      found.unless(lives > 0 && lives <= LONGEST, Wrong.FIELD, answer.ask(), "expires_in");
    }
  }

  private static void refused(Host host, Findings found, String assertion) throws IOException {
    found.status(host.client().askToken(assertion, ""), 400, 401);
  }

  private static void once(Host host, Findings found) throws IOException {
    String assertion = identity(host).assertion();
    if (found.status(host.client().askToken(assertion, ""), 200)) {
      refused(host, found, assertion);
    }
  }

  private static void noToken(Host host, Findings found) throws IOException {
    Answer answer = host.client().bare(Ask.get(DATA));
    found.status(answer, 401);
    found.unless(
        answer.header("WWW-Authenticate").startsWith("Bearer"),
        Wrong.HEADER,
        answer,
        "WWW-Authenticate");
  }

  private static void wrongToken(Host host, Findings found) throws IOException {
    Ask ask = Ask.get(DATA).with("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.");
    found.status(host.client().bare(ask), 401);
  }

  private static void narrowToken(Host host, Findings found) throws IOException {
    Answer token = host.client().askToken(identity(host).assertion(), "connect.staff.read");
    if (found.status(token, 200)) {
      found.status(host.client().bare(Ask.get(DATA).with("Authorization", bearer(token))), 403);
    }
  }

  /**
   * Off by default: what a household's address says of where somebody hides is not for a machine.
   */
  private static void secretAddresses(Host host, Findings found) throws IOException {
    Answer token = host.client().askToken(identity(host).assertion(), "");
    List<String> scopes = List.of(token.json().path("scope").asText().split(" "));
    found.unless(!scopes.contains("connect.address.secret"), Wrong.SCOPE, "connect.address.secret");
  }

  private static String bearer(Answer token) {
    return "Bearer " + token.json().path("access_token").asText();
  }
}
