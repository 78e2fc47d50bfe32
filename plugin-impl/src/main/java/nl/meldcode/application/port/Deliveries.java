package nl.meldcode.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * How far each dossier was delivered to the host. A projection: lost, it is rebuilt by delivering
 * again, which the host takes as the same.
 */
public interface Deliveries {
  /**
   * Dossiers with entries past their cursor whose next attempt has come and that are not parked.
   */
  List<Pending> due(Instant now, int limit);

  /** Moves the cursor past an entry; {@code stored} when it left something at the host. */
  void advance(SchoolId school, DossierId dossier, long seq, Instant at, boolean stored);

  /** Waits until then before the next attempt. */
  void retry(SchoolId school, DossierId dossier, int attempts, Instant next);

  /**
   * Stops until a person has looked: {@code code} is a message key under {@code delivery.parked.}.
   */
  void park(SchoolId school, DossierId dossier, String code, Instant at);

  /** Tries a parked dossier again at once. */
  void resume(SchoolId school, DossierId dossier);

  /** How far one dossier is. */
  State state(SchoolId school, DossierId dossier);

  /** A dossier that has something to deliver. */
  record Pending(SchoolId school, DossierId dossier, long cursor, int attempts) {}

  /**
   * How far a dossier is.
   *
   * @param stored moment of storing, by number of the entry
   */
  record State(long cursor, Map<Long, Instant> stored, @Nullable String parked) {
    public State {
      stored = Map.copyOf(stored);
    }
  }
}
