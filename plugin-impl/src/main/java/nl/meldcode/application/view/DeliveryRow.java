package nl.meldcode.application.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something has reached the pupil's record at the host (S3.6). */
public record DeliveryRow(
    String entry, String title, State state, @Nullable Instant at, String message) {
  /** Stored, waiting for the host, or waiting for a person. */
  public enum State {
    STORED,
    WAITING,
    PARKED
  }
}
