package nl.meldcode.application.port;

import java.time.Instant;
import java.util.Optional;

/** How it stands with the backups that are made by themselves. */
public interface LastBackup {
  /** What can be said of them. */
  enum State {
    /** The last one is good. */
    GOOD,
    /** The last attempt failed, or what was made before cannot be read; the log says why. */
    FAILED
  }

  /** How the last attempt ended. */
  State state();

  /** Everything recorded before that moment is in a good backup; empty when there is none. */
  Optional<Instant> goodAsOf();
}
