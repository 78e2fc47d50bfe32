package nl.meldcode.referencehost.connect;

import java.util.Arrays;
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
  private static final Set<String> SCOPES =
      Arrays.stream(Scope.values())
          .filter(Scope::isUsual)
          .map(Scope::wire)
          .collect(Collectors.toUnmodifiableSet());

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
    Set<String> scopes = new TreeSet<>(SCOPES);
    call.query("scope")
        .filter(s -> !s.isBlank())
        .ifPresent(s -> scopes.retainAll(Arrays.asList(s.split(" "))));
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
