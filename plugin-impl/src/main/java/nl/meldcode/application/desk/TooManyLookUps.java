package nl.meldcode.application.desk;

import java.time.Duration;

/**
 * Somebody was about to be shown one pupil too many; it is in the access log, and nothing was shown
 * (S19). Recording never ends in it.
 */
public final class TooManyLookUps extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration left;

  TooManyLookUps(Duration left) {
    super("too many pupils looked up");
    this.left = left;
  }

  /** How long to wait. */
  public Duration left() {
    return left;
  }
}
