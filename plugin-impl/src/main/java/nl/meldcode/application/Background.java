package nl.meldcode.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does one kind of work on one thread: after each nudge, and every while for what is to be tried
 * again. Nudging and stopping are safe from any thread.
 */
public final class Background implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BooleanSupplier work;
  private final Duration first;
  private final Duration pause;
  private final Consumer<Throwable> trouble;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * Takes what to do.
   *
   * @param work does a piece; true when there is more at once
   * @param first the time before the first look: a host that starts with the plugin is not asked
   *     before it can answer
   * @param pause the time between two looks
   * @param trouble hears of what came up in between
   */
  public Background(
      String name,
      BooleanSupplier work,
      Duration first,
      Duration pause,
      Consumer<Throwable> trouble) {
    this.work = work;
    this.first = first;
    this.pause = pause;
    this.trouble = trouble;
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
  }

  /** Begins; to be called once. */
  public void start() {
    thread.start();
  }

  /** Says that there is something to do. Returns at once. */
  public void nudge() {
    nudges.release();
  }

  /** Stops after the piece in progress; what was not done is done after the next start. */
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

  // The last line of this thread: whatever comes up, the work must go on (R10), also when memory
  // was short (R17).
  @SuppressWarnings("IllegalCatch")
  private void work() {
    Duration wait = first;
    while (!stopped) {
      try {
        nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        nudges.drainPermits();
        wait = work.getAsBoolean() ? Duration.ZERO : pause;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        wait = pause;
        tell(e);
      }
    }
  }

  /** Where memory is too short for telling it, too, nothing is told. */
  private void tell(Throwable e) {
    try {
      trouble.accept(e);
    } catch (OutOfMemoryError again) {
      e.addSuppressed(again);
    }
  }
}
