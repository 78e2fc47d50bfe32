package nl.meldcode.adapter.host;

import java.time.Clock;
import java.util.Objects;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.application.port.LaunchTokens;

/**
 * Verifies launch tokens of one host tenant: the signature, then every claim (Host Connect 3.1 and
 * 3.2; S01).
 */
public final class JoseLaunchTokens implements LaunchTokens {
  private final SignedTokens tokens;
  private final LaunchClaimRules rules;

  /** Takes the pinned settings; keys are fetched at the first token. */
  public JoseLaunchTokens(HostSettings host, HostHttp http, Clock clock) {
    this.tokens = new SignedTokens(new PinnedKeys(host.jwksUri(), http, clock), "launch+jwt");
    this.rules = new LaunchClaimRules(host, clock);
  }

  @Override
  public Result verify(String token) {
    SignedTokens.Read read = tokens.read(token);
    return read.refused() == null
        ? rules.judge(Objects.requireNonNull(read.claims()))
        : new Result.Refused(read.refused());
  }
}
