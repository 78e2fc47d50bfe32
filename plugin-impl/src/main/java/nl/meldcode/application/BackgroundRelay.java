package nl.meldcode.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the relay on one thread: after each nudge, and every few seconds for what is to be tried
 * again. Nudging and stopping are safe from any thread.
 */
public final class BackgroundRelay implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RelayToHost relay;
  private final Duration pause;
  private final Consumer<RuntimeException> trouble;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread = new Thread(this::work, "meldcode-relay");
  private volatile boolean stopped;

  /** Takes the relay, the time between two looks, and who hears of trouble with the store. */
  public BackgroundRelay(RelayToHost relay, Duration pause, Consumer<RuntimeException> trouble) {
    this.relay = relay;
    this.pause = pause;
    this.trouble = trouble;
    thread.setDaemon(true);
  }

  /** Begins; to be called once. */
  public void start() {
    thread.start();
  }

  /** Says that something was recorded. Returns at once. */
  public void nudge() {
    nudges.release();
  }

  /** Stops after the call in progress; what was not delivered is delivered after the next start. */
  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The last line of this thread: whatever comes up, deliveries must go on (R10).
  @SuppressWarnings("IllegalCatch")
  private void work() {
    while (!stopped) {
      try {
        boolean more = relay.run();
        if (!more) {
          nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
          nudges.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        trouble.accept(e);
        waitABit();
      }
    }
  }

  private void waitABit() {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
