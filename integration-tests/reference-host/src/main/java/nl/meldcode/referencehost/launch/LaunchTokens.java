package nl.meldcode.referencehost.launch;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.Settings;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.Roster;
import nl.meldcode.referencehost.store.Sessions;

/**
 * Makes the signed token that opens a tab (host-connect 3.1, item 3). It holds ids, never a name.
 */
public final class LaunchTokens {
  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private final Settings settings;
  private final Roster roster;
  private final HostKeys keys;
  private final Clock clock;

  public LaunchTokens(Settings settings, Roster roster, HostKeys keys, Clock clock) {
    this.settings = settings;
    this.roster = roster;
    this.keys = keys;
    this.clock = clock;
  }

  /** Where the plugin's page will appear. */
  public enum Destination {
    IFRAME,
    WINDOW
  }

  /** What is opened, and by whom; a tab outside a pupil's record has no pupil. */
  public record Launch(
      Staff staff, Instant signedInAt, String tab, Optional<UUID> pupil, Destination destination) {}

  /** A token for one launch at this address, good for a minute. */
  public String mint(Launch launch, URI launchUri) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(launchUri.toString())
            .subject(launch.staff().id().toString())
            .jwtID(Sessions.randomToken())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("tenant", Ids.TENANT.toString())
            .claim("deployment", Ids.DEPLOYMENT.toString())
            .claim("school", roster.current().id().toString())
            .claim("tab", launch.tab())
            .claim(
                "roles",
                launch.staff().roles().stream().map(r -> r.role().wire()).distinct().toList())
            .claim("locale", "nl")
            .claim("auth_time", launch.signedInAt().getEpochSecond())
            .claim("acr", "password")
            .claim("nonce", Sessions.randomToken())
            .claim("dest", launch.destination().name().toLowerCase(Locale.ROOT));
    launch.pupil().ifPresent(pupil -> claims.claim("pupil", pupil.toString()));
    return keys.sign("launch+jwt", claims.build());
  }
}
