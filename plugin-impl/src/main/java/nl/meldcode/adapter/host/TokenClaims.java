package nl.meldcode.adapter.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all tokens of a host have in common (Host Connect 3.1, 6.5). */
final class TokenClaims {
  static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** At least 128 bits in base64url, and nothing that could confuse a log. */
  private static final Pattern TOKEN_ID = Pattern.compile("[A-Za-z0-9._~-]{22,128}");

  private TokenClaims() {}

  /** Issued and not expired, for at most a minute (3.2 R2). */
  static boolean isInTime(JsonNode claims, Instant now) {
    Optional<Instant> issued = moment(claims, "iat");
    Optional<Instant> expires = moment(claims, "exp");
    if (issued.isEmpty() || expires.isEmpty()) {
      return false;
    }
    boolean begun =
        !claims.has("nbf")
            || moment(claims, "nbf").filter(at -> !at.isAfter(now.plus(SKEW))).isPresent();
    return begun
        && !issued.get().isAfter(now.plus(SKEW))
        && expires.get().isAfter(now)
        && expires.get().isAfter(issued.get())
        && !expires.get().isAfter(issued.get().plus(LONGEST));
  }

  /** Whether it has an id of its own. */
  static boolean hasId(JsonNode claims) {
    return TOKEN_ID.matcher(text(claims, "jti")).matches();
  }

  static Optional<Instant> moment(JsonNode claims, String name) {
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

  /** The text; empty when it is missing or something else than text. */
  static String text(JsonNode claims, String name) {
    String text = claims.path(name).textValue();
    return text == null ? "" : text;
  }
}
