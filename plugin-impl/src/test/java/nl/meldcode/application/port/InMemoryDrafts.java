package nl.meldcode.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Drafts in memory. */
public final class InMemoryDrafts implements Drafts {
  private static final Duration KEPT = Duration.ofDays(30);
  private final Map<Key, Draft> drafts = new ConcurrentHashMap<>();

  @Override
  public void save(Key key, String json, Instant at) {
    drafts.put(key, new Draft(json, at));
  }

  @Override
  public Optional<Draft> find(Key key, Instant now) {
    return Optional.ofNullable(drafts.get(key))
        .filter(draft -> draft.savedAt().plus(KEPT).isAfter(now));
  }

  @Override
  public void delete(Key key) {
    drafts.remove(key);
  }
}
