package nl.meldcode.application.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something has reached the pupil's record at the host (S3.6). */
public record DeliveryRow(
    String entry, String title, State state, @Nullable Instant at, String message) {
  /** How far it is. */
  public enum State {
    STORED,
    /** Waits for the host. */
    WAITING,
    /** Waits for a person. */
    PARKED,
    /** The host takes no documents: somebody adds it there. */
    BY_HAND,
    /** Somebody did. */
    ADDED,
    /** The host does not take it, and nobody has to do anything. */
    KEPT_HERE
  }
}
