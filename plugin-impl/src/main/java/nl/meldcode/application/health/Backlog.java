package nl.meldcode.application.health;

import java.time.Instant;
import java.util.Optional;

/**
 * What still has to go to the host.
 *
 * @param waiting dossiers with something to deliver
 * @param parked those of them that wait for a person
 * @param oldestAt when the oldest of it was recorded; empty when there is nothing
 */
public record Backlog(int waiting, int parked, Optional<Instant> oldestAt) {
  /** Nothing. */
  public static final Backlog NONE = new Backlog(0, 0, Optional.empty());
}
