package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
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
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** At least 128 bits in base64url, and nothing that could confuse a log. */
  private static final Pattern TOKEN_ID = Pattern.compile("[A-Za-z0-9._~-]{22,128}");

  private final HostSettings host;
  private final Clock clock;

  LaunchClaimRules(HostSettings host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Accepts, or refuses with the first rule that is broken. */
  Result judge(JsonNode claims) {
    if (!host.issuer().equals(text(claims, "iss"))) {
      return new Result.Refused(Reason.ISSUER);
    }
    if (!isForUs(claims.path("aud"))) {
      return new Result.Refused(Reason.AUDIENCE);
    }
    if (!isInTime(claims)) {
      return new Result.Refused(Reason.TIME);
    }
    if (!host.tenant().equals(text(claims, "tenant"))
        || !host.deployment().equals(text(claims, "deployment"))) {
      return new Result.Refused(Reason.ACTIVATION);
    }
    Optional<Tab> tab = Tab.of(text(claims, "tab"));
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

  private boolean isInTime(JsonNode claims) {
    Optional<Instant> issued = moment(claims, "iat");
    Optional<Instant> expires = moment(claims, "exp");
    if (issued.isEmpty() || expires.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    boolean begun =
        !claims.has("nbf")
            || moment(claims, "nbf").filter(at -> !at.isAfter(now.plus(SKEW))).isPresent();
    return begun
        && !issued.get().isAfter(now.plus(SKEW))
        && expires.get().isAfter(now)
        && expires.get().isAfter(issued.get())
        && !expires.get().isAfter(issued.get().plus(LONGEST));
  }

  private boolean isWellFormed(JsonNode claims, Tab tab) {
    boolean pupil = claims.has("pupil");
    boolean login =
        !claims.has("auth_time")
            || moment(claims, "auth_time")
                .filter(at -> !at.isAfter(clock.instant().plus(SKEW)))
                .isPresent();
    return TOKEN_ID.matcher(text(claims, "jti")).matches()
        && isUuid(text(claims, "sub"))
        && !text(claims, "school").isBlank()
        && pupil == tab.needsPupil()
        && (!pupil || isUuid(text(claims, "pupil")))
        && login;
  }

  /** Without a moment of login nothing counts as a fresh one. */
  private LaunchClaims claims(JsonNode claims, Tab tab) {
    return new LaunchClaims(
        host.issuer(),
        text(claims, "jti"),
        host.tenant(),
        StaffId.of(text(claims, "sub")),
        new SchoolId(text(claims, "school")),
        tab.needsPupil() ? PupilId.of(text(claims, "pupil")) : null,
        tab,
        text(claims, "locale").startsWith("en") ? "en" : "nl",
        moment(claims, "auth_time").orElse(Instant.EPOCH),
        moment(claims, "exp").orElseThrow(),
        text(claims, "dest").equals("window"));
  }

  private static Optional<Instant> moment(JsonNode claims, String name) {
    JsonNode seconds = claims.path(name);
    if (!seconds.isIntegralNumber() || !seconds.canConvertToLong()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  /** The text; empty when it is missing or something else than text. */
  private static String text(JsonNode claims, String name) {
    String text = claims.path(name).textValue();
    return text == null ? "" : text;
  }
}
