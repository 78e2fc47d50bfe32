package nl.meldcode.adapter.host;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The host's ES256 keys, from the address pinned at activation and nowhere else (R4). Fetched again
 * after five minutes and for a key id that is not known, at most once in 30 seconds, or two after a
 * failure; kept through an outage of a quarter of an hour.
 */
final class PinnedKeys {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration OLDEST = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final URI uri;
  private final HostHttp http;
  private final Clock clock;
  private volatile @Nullable Known known;
  private @Nullable Instant askedAt;
  private Duration pause = PAUSE;

  PinnedKeys(URI uri, HostHttp http, Clock clock) {
    this.uri = uri;
    this.http = http;
    this.clock = clock;
  }

  private record Known(JWKSet keys, Instant at) {}

  /**
   * The key with that id.
   *
   * @throws HostUnavailable when no keys are known and none can be had
   */
  Optional<ECKey> key(String id) {
    Known now = known;
    if (now != null && isYoungerThan(FRESH, now.at())) {
      Optional<ECKey> key = in(now, id);
      if (key.isPresent()) {
        return key;
      }
    }
    return in(refreshed(), id);
  }

  private synchronized Known refreshed() {
    if (askedAt == null || !isYoungerThan(pause, askedAt)) {
      askedAt = clock.instant();
      pause = AFTER_FAILURE;
      try {
        known = new Known(fetch(), askedAt);
        pause = PAUSE;
      } catch (HostUnavailable e) {
        return usable(e);
      }
    }
    return usable(new HostUnavailable("KEYS: asked a moment ago"));
  }

  private Known usable(HostUnavailable otherwise) {
    Known now = known;
    if (now == null || !isYoungerThan(OLDEST, now.at())) {
      throw otherwise;
    }
    return now;
  }

  private JWKSet fetch() {
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Accept", "application/json").GET().build();
    Reply reply = http.send(HostHttp.Group.KEYS, request);
    if (!reply.isSuccess()) {
      throw new HostUnavailable("KEYS: status " + reply.status());
    }
    try {
      return JWKSet.parse(new String(reply.body(), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new HostUnavailable("KEYS: not a key set");
    }
  }

  private static Optional<ECKey> in(Known known, String id) {
    return Optional.ofNullable(known.keys().getKeyByKeyId(id))
        .filter(ECKey.class::isInstance)
        .map(JWK::toECKey)
        .filter(key -> Curve.P_256.equals(key.getCurve()))
        .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
        .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.ES256));
  }

  private boolean isYoungerThan(Duration age, Instant since) {
    Duration passed = Duration.between(since, clock.instant());
    return !passed.isNegative() && passed.compareTo(age) < 0;
  }
}
