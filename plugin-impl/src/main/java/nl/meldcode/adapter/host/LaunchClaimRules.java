package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.LaunchClaims;
import nl.meldcode.application.port.LaunchTokens.Reason;
import nl.meldcode.application.port.LaunchTokens.Result;
import nl.meldcode.application.port.Tab;

/** What the claims of a launch token with a good signature must say (Host Connect 3.1, 3.2 R2). */
final class LaunchClaimRules {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final HostSettings host;
  private final Clock clock;

  LaunchClaimRules(HostSettings host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Accepts, or refuses with the first rule that is broken. */
  Result judge(JsonNode claims) {
    if (!host.issuer().equals(TokenClaims.text(claims, "iss"))) {
      return new Result.Refused(Reason.ISSUER);
    }
    if (!isForUs(claims.path("aud"))) {
      return new Result.Refused(Reason.AUDIENCE);
    }
    if (!TokenClaims.isInTime(claims, clock.instant())) {
      return new Result.Refused(Reason.TIME);
    }
    if (!host.tenant().equals(TokenClaims.text(claims, "tenant"))
        || !host.deployment().equals(TokenClaims.text(claims, "deployment"))) {
      return new Result.Refused(Reason.ACTIVATION);
    }
    Optional<Tab> tab = Tab.of(TokenClaims.text(claims, "tab"));
    if (tab.isEmpty()) {
      return new Result.Refused(Reason.TAB);
    }
    return isWellFormed(claims, tab.get())
        ? new Result.Accepted(claims(claims, tab.get()))
        : new Result.Refused(Reason.CLAIMS);
  }

  /** One audience, equal as text: a list with others in it was made for others too. */
  private boolean isForUs(JsonNode audience) {
    JsonNode only = audience.isArray() && audience.size() == 1 ? audience.get(0) : audience;
    return host.launchUri().toString().equals(only.textValue());
  }

  private boolean isWellFormed(JsonNode claims, Tab tab) {
    boolean pupil = claims.has("pupil");
    boolean login =
        !claims.has("auth_time")
            || TokenClaims.moment(claims, "auth_time")
                .filter(at -> !at.isAfter(clock.instant().plus(TokenClaims.SKEW)))
                .isPresent();
    return TokenClaims.hasId(claims)
        && isUuid(TokenClaims.text(claims, "sub"))
        && !TokenClaims.text(claims, "school").isBlank()
        && pupil == tab.needsPupil()
        && (!pupil || isUuid(TokenClaims.text(claims, "pupil")))
        && login;
  }

  /** Without a moment of login nothing counts as a fresh one. */
  private LaunchClaims claims(JsonNode claims, Tab tab) {
    return new LaunchClaims(
        host.issuer(),
        TokenClaims.text(claims, "jti"),
        host.tenant(),
        StaffId.of(TokenClaims.text(claims, "sub")),
        new SchoolId(TokenClaims.text(claims, "school")),
        tab.needsPupil() ? PupilId.of(TokenClaims.text(claims, "pupil")) : null,
        tab,
        TokenClaims.text(claims, "locale").startsWith("en") ? "en" : "nl",
        TokenClaims.moment(claims, "auth_time").orElse(Instant.EPOCH),
        TokenClaims.moment(claims, "exp").orElseThrow(),
        TokenClaims.text(claims, "dest").equals("window"));
  }

  private static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }
}
