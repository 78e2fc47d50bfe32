package nl.meldcode.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.LaunchClaims;
import nl.meldcode.application.port.LaunchTokens;
import nl.meldcode.application.port.LaunchTokens.Result;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Tab;
import org.jspecify.annotations.Nullable;

/**
 * Opens a tab for a member of staff who comes from the host with a launch token (Host Connect 3.1,
 * item 4, and R3, R11). Safe for use by several threads: of many posts of one token one opens a
 * session.
 */
public final class OpenLaunch {
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final LaunchTokens tokens;
  private final Roster roster;
  private final Sessions sessions;
  private final AccessLog log;
  private final Clock clock;

  /** Takes what it needs. */
  public OpenLaunch(
      LaunchTokens tokens, Roster roster, Sessions sessions, AccessLog log, Clock clock) {
    this.tokens = tokens;
    this.roster = roster;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
  }

  /** What came of a launch. */
  public sealed interface Outcome {
    /**
     * A tab may be shown.
     *
     * @param session secret for the cookie, whether it is new or not
     * @param context id for the address of the tab page
     * @param window whether the host opened a window of its own
     */
    record Opened(String session, String context, Tab tab, String locale, boolean window)
        implements Outcome {
      @Override
      public String toString() {
        return "Opened[" + tab + "]";
      }
    }

    /**
     * Not; the browser gets one answer for whatever the reason is.
     *
     * @param rule that the launch broke, as the access log names it
     */
    record Refused(LaunchRefusal why, String rule) implements Outcome {}
  }

  /**
   * Verifies the token, uses it up, and opens a context in the browser's session or in a new one.
   *
   * @param browserSession the session secret in the browser's cookie, null when it has none
   * @throws nl.meldcode.application.port.HostUnavailable when the host cannot be asked
   * @throws nl.meldcode.application.port.StoreUnavailable when session or log cannot be written
   */
  public Outcome run(String token, @Nullable String browserSession) {
    return judged(token, this::useUp, claims -> open(claims, browserSession), not -> not);
  }

  /**
   * Why {@link #run} would refuse the token now, for a host that asks before it shows the form; a
   * refusal is logged as one. Opens nothing and leaves the token unused.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host cannot be asked
   * @throws nl.meldcode.application.port.StoreUnavailable when store or log cannot be used
   */
  public Optional<LaunchRefusal> refusal(String token) {
    return judged(token, this::isUnused, claims -> Optional.empty(), not -> Optional.of(not.why()));
  }

  private <T> T judged(
      String token,
      Predicate<LaunchClaims> isFirst,
      Function<LaunchClaims, T> accepted,
      Function<Outcome.Refused, T> refused) {
    Result result = tokens.verify(token);
    if (result instanceof Result.Refused not) {
      String reason = not.reason().name().toLowerCase(Locale.ROOT);
      return refused.apply(refuse(LaunchRefusal.INVALID, null, "launch." + reason));
    }
    LaunchClaims claims = ((Result.Accepted) result).claims();
    if (!isFirst.test(claims)) {
      return refused.apply(refuse(LaunchRefusal.USED, claims, "launch.replay"));
    }
    if (staffOf(claims).member(claims.staff()).isEmpty()
        && !(claims.pupil() != null && roster.standsIn(claims.school(), claims.staff()))) {
      return refused.apply(refuse(LaunchRefusal.UNKNOWN_STAFF, claims, "launch.staff"));
    }
    return accepted.apply(claims);
  }

  private Outcome.Refused refuse(LaunchRefusal why, @Nullable LaunchClaims claims, String rule) {
    log.write(event(What.LAUNCH_REFUSED, claims, rule));
    return new Outcome.Refused(why, rule);
  }

  private boolean useUp(LaunchClaims claims) {
    return sessions.useOnce(claims.issuer(), claims.tokenId(), claims.expiresAt().plus(SKEW));
  }

  private boolean isUnused(LaunchClaims claims) {
    return !sessions.wasUsed(claims.issuer(), claims.tokenId());
  }

  private Outcome open(LaunchClaims claims, @Nullable String browserSession) {
    log.write(event(What.LAUNCH, claims, "launch"));
    Instant now = clock.instant();
    String session = sessionFor(claims, browserSession, now);
    Sessions.Context context =
        new Sessions.Context(
            claims.school(), claims.pupil(), Locale.forLanguageTag(claims.locale()));
    String id = sessions.open(session, context, now);
    return new Outcome.Opened(session, id, claims.tab(), claims.locale(), claims.window());
  }

  private Roster.SchoolStaff staffOf(LaunchClaims claims) {
    return claims.pupil() == null
        ? roster.staff(claims.school())
        : roster.around(claims.school(), claims.pupil()).staff();
  }

  private static boolean isSameSecond(Instant one, Instant other) {
    return one.getEpochSecond() == other.getEpochSecond();
  }

  /**
   * The browser's own session while it is this person's, of this sign-in at the host: who signs out
   * there is out of all that it opened. Any other ends here.
   */
  private String sessionFor(LaunchClaims claims, @Nullable String browserSession, Instant now) {
    if (browserSession != null) {
      boolean own =
          sessions
              .find(browserSession, now)
              .filter(one -> one.staff().equals(claims.staff()))
              .filter(one -> one.tenant().equals(claims.tenant()))
              .filter(one -> isSameSecond(one.authenticatedAt(), claims.authenticatedAt()))
              .isPresent();
      if (own) {
        return browserSession;
      }
      sessions.end(browserSession);
    }
    return sessions.begin(
        new Sessions.Session(claims.tenant(), claims.staff(), claims.authenticatedAt(), now));
  }

  private AccessLog.Event event(What what, @Nullable LaunchClaims claims, String rule) {
    Instant now = clock.instant();
    return claims == null
        ? new AccessLog.Event(now, what, null, null, null, null, rule, "launch")
        : new AccessLog.Event(
            now,
            what,
            claims.school(),
            claims.staff(),
            claims.pupil(),
            null,
            rule,
            claims.tab().key() + " " + claims.tokenId());
  }
}
