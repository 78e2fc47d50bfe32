package nl.meldcode.adapter.oneroster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldcode.application.port.HostUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Work that may take long, done by one thread of its own: who asks waits a moment and is told to
 * come back, while the work goes on.
 */
final class Background<V> implements AutoCloseable {
  private final Callable<V> work;
  private final Duration patience;
  private final Duration fresh;
  private final Clock clock;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Background::daemon);
  private @Nullable Future<Done<V>> pending;

  /** Takes how long to wait, and how old an outcome may be that nobody came for. */
  Background(Callable<V> work, Duration patience, Duration fresh, Clock clock) {
    this.work = work;
    this.patience = patience;
    this.fresh = fresh;
    this.clock = clock;
  }

  private record Done<V>(V value, Instant at) {}

  /**
   * A new outcome of the work. Throws what the work throws, when that is unchecked.
   *
   * @throws HostUnavailable when it is not ready in time
   */
  synchronized V get() {
    Done<V> done = outcome();
    return done.at().plus(fresh).isBefore(clock.instant()) ? outcome().value() : done.value();
  }

  private Done<V> outcome() {
    Future<Done<V>> running = pending;
    if (running == null) {
      running = thread.submit(() -> new Done<>(work.call(), clock.instant()));
      pending = running;
    }
    try {
      Done<V> done = running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      pending = null;
      return done;
    } catch (TimeoutException e) {
      throw new HostUnavailable("ROSTER: still being read");
    } catch (ExecutionException e) {
      pending = null;
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostUnavailable("ROSTER: interrupted");
    }
  }

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "meldcode-oneroster");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
