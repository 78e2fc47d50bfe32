package nl.meldcode.application.health;

/** Looks at one part. */
@FunctionalInterface
public interface Check {
  /** How it is now. Takes as long as it takes; whoever asks for health does not wait for it. */
  Health look();
}
