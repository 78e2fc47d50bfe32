package nl.meldcode.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {
  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final Duration LONGEST = Duration.ofHours(8);
  private final Map<String, Live> sessions = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  private static final class Live {
    private final Session session;
    private final Map<String, Context> contexts = new HashMap<>();
    private Instant seen;

    Live(Session session) {
      this.session = session;
      this.seen = session.began();
    }

    boolean alive(Instant now) {
      return now.isBefore(seen.plus(IDLE)) && now.isBefore(session.began().plus(LONGEST));
    }
  }

  @Override
  public synchronized boolean useOnce(String issuer, String tokenId, Instant until) {
    return used.add(name(issuer, tokenId));
  }

  @Override
  public synchronized boolean wasUsed(String issuer, String tokenId) {
    return used.contains(name(issuer, tokenId));
  }

  private static String name(String issuer, String tokenId) {
    return issuer.length() + ":" + issuer + tokenId;
  }

  @Override
  public synchronized String begin(Session session) {
    String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
    sessions.put(secret, new Live(session));
    return secret;
  }

  @Override
  public synchronized Optional<Session> find(String secret, Instant now) {
    Live live = live(secret, now);
    if (live == null) {
      return Optional.empty();
    }
    live.seen = now;
    return Optional.of(live.session);
  }

  @Override
  public synchronized void end(String secret) {
    sessions.remove(secret);
  }

  @Override
  public synchronized void endAll(String tenant, StaffId staff, Instant authenticatedAt) {
    sessions
        .values()
        .removeIf(
            live ->
                live.session.tenant().equals(tenant)
                    && live.session.staff().equals(staff)
                    && live.session.authenticatedAt().getEpochSecond()
                        == authenticatedAt.getEpochSecond());
  }

  @Override
  public synchronized String open(String secret, Context context, Instant now) {
    Live live = live(secret, now);
    if (live == null) {
      throw new IllegalStateException("no such session");
    }
    String id = UUID.randomUUID().toString();
    live.contexts.put(id, context);
    return id;
  }

  @Override
  public synchronized Optional<Context> context(String secret, String contextId) {
    return Optional.ofNullable(sessions.get(secret))
        .flatMap(live -> Optional.ofNullable(live.contexts.get(contextId)));
  }

  private @Nullable Live live(String secret, Instant now) {
    Live live = sessions.get(secret);
    if (live != null && !live.alive(now)) {
      sessions.remove(secret);
      return null;
    }
    return live;
  }
}
