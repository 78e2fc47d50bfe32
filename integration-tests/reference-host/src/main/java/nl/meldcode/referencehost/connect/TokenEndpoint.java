package nl.meldcode.referencehost.connect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meldcode.referencehost.Settings;

/**
 * {@code POST /connect/oauth/token}: client credentials with {@code private_key_jwt} (host-connect
 * 6.8).
 */
final class TokenEndpoint {
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Settings settings;
  private final ClientAssertions assertions;
  private final AccessTokens tokens;

  TokenEndpoint(Settings settings, ClientAssertions assertions, AccessTokens tokens) {
    this.settings = settings;
    this.assertions = assertions;
    this.tokens = tokens;
  }

  Reply token(Call call) {
    if (!call.query("grant_type").filter("client_credentials"::equals).isPresent()) {
      return error(400, "unsupported_grant_type");
    }
    boolean known =
        call.query("client_assertion_type").filter(ASSERTION_TYPE::equals).isPresent()
            && call.query("client_assertion").filter(assertions::accept).isPresent();
    if (!known) {
      return error(401, "invalid_client");
    }
    List<String> asked =
        call.query("scope").filter(s -> !s.isBlank()).map(s -> List.of(s.split(" "))).orElse(null);
    Set<String> scopes =
        Scope.offered(settings)
            .filter(one -> asked == null ? one.isUsual() : asked.contains(one.wire()))
            .map(Scope::wire)
            .collect(Collectors.toCollection(TreeSet::new));
    if (scopes.isEmpty()) {
      return error(400, "invalid_scope");
    }
    return Reply.json(
        200,
        Map.of(
            "access_token",
            tokens.issue(settings.clientId(), scopes),
            "token_type",
            "Bearer",
            "expires_in",
            AccessTokens.LIFETIME.toSeconds(),
            "scope",
            String.join(" ", scopes)));
  }

  private static Reply error(int status, String code) {
    return Reply.json(status, Map.of("error", code));
  }
}
