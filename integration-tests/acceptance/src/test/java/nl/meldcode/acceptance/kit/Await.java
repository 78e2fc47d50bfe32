package nl.meldcode.acceptance.kit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself, and not for ever. */
public final class Await {
  private static final long PAUSE_MILLIS = 100;

  private Await() {}

  /** Returns once the condition holds; throws AssertionError when it does not within the time. */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      // Nobody releases it: a pause that an interrupt ends.
      new Semaphore(0).tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
