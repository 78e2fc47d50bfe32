package nl.meldcode.adapter.oneroster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our copies of the collections of one server, brought up to date when asked: by what changed since
 * the last time and a quarter of an hour before, and every hour by everything, because a server may
 * forget to tell. For one thread.
 */
final class Copies {
  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final Duration WHOLE = Duration.ofHours(1);

  /** After a failure the server is left alone this long. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final OneRosterClient server;
  private final Clock clock;
  private State state;
  private @Nullable Instant failedAt;

  Copies(OneRosterClient server, OneRosterSettings settings, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.state =
        new State(
            new Mirror<>(Feed.orgs(settings)),
            new Mirror<>(Feed.sessions()),
            new Mirror<>(Feed.classes(settings)),
            new Mirror<>(Feed.enrollments(settings)),
            new Mirror<>(Feed.users(settings)),
            new Mirror<>(Feed.births()));
  }

  /** The copies as they were at one moment. */
  record State(
      Mirror<Wire.Org> orgs,
      Mirror<Wire.Session> sessions,
      Mirror<Wire.Clazz> classes,
      Mirror<Wire.Enrollment> enrollments,
      Mirror<Wire.User> users,
      Mirror<Wire.Demographics> births) {}

  /**
   * The copies, up to date. Birth dates may be older than the rest: they have a scope of their own.
   *
   * @throws HostUnavailable when the server is not there, or says what cannot be right; the copies
   *     stay what they were
   * @throws HostRefused when the server says that it is not for us
   */
  State read() {
    Instant now = clock.instant();
    if (failedAt != null && now.isBefore(failedAt.plus(PAUSE))) {
      throw new HostUnavailable("ROSTER: asked a moment ago");
    }
    failedAt = now;
    try {
      state =
          new State(
              refreshed(state.orgs(), now),
              refreshed(state.sessions(), now),
              refreshed(state.classes(), now),
              refreshed(state.enrollments(), now),
              refreshed(state.users(), now),
              birthsOrOld(now));
    } catch (HostUnavailable e) {
      LOG.warn("OneRoster: {}; what was read before stands", e.getMessage());
      throw e;
    }
    failedAt = null;
    return state;
  }

  private Mirror<Wire.Demographics> birthsOrOld(Instant now) {
    try {
      return refreshed(state.births(), now);
    } catch (HostUnavailable | HostRefused e) {
      LOG.warn("OneRoster: no birth dates, is that scope granted? {}", e.getMessage());
      return state.births();
    }
  }

  private <T> Mirror<T> refreshed(Mirror<T> mirror, Instant now) {
    Instant since = mirror.readAt();
    if (since != null && !isDue(mirror, now)) {
      Optional<List<Row<T>>> changed = server.changedSince(mirror.feed(), since.minus(OVERLAP));
      if (changed.isPresent()) {
        return mirror.changed(changed.get(), now);
      }
    }
    return mirror.whole(server.all(mirror.feed()), now);
  }

  /** Also when the clock was set back. */
  private static boolean isDue(Mirror<?> mirror, Instant now) {
    Instant at = mirror.wholeAt();
    return at == null || now.isBefore(at) || !now.isBefore(at.plus(WHOLE));
  }
}
