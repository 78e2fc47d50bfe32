package nl.meldcode.application.linking;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Dossiers.Whom;
import org.jspecify.annotations.Nullable;

/**
 * Finds links on one thread: for a pupil about whom something was recorded or changed at the host,
 * and for all pupils with a dossier after each start and once a night. Telling it and stopping it
 * are safe from any thread.
 */
public final class LinkWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NIGHT_ENDS = 6;

  private final FindLinks findLinks;
  private final Dossiers dossiers;
  private final Clock clock;
  private final Duration pause;
  private final Consumer<RuntimeException> trouble;
  private final Set<Whom> waiting = new LinkedHashSet<>();
  private final Thread thread = new Thread(this::work, "meldcode-links");
  private @Nullable LocalDate lookedAtAll;
  private volatile boolean stopped;

  /** Takes the time between two looks, and who hears of trouble with the store. */
  public LinkWatch(
      FindLinks findLinks,
      Dossiers dossiers,
      Clock clock,
      Duration pause,
      Consumer<RuntimeException> trouble) {
    this.findLinks = findLinks;
    this.dossiers = dossiers;
    this.clock = clock;
    this.pause = pause;
    this.trouble = trouble;
    thread.setDaemon(true);
  }

  /** Begins; to be called once. */
  public void start() {
    thread.start();
  }

  /** Says that something about this pupil changed. Returns at once. */
  public void changed(SchoolId school, PupilId pupil) {
    synchronized (waiting) {
      waiting.add(new Whom(school, pupil));
      waiting.notifyAll();
    }
  }

  /** Says that everything may have changed. Returns at once. */
  public void everything() {
    synchronized (waiting) {
      waiting.addAll(dossiers.pupils());
      waiting.notifyAll();
    }
  }

  /**
   * Stops after the pupil in progress; what was not looked at is looked at after the next start.
   */
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

  // The last line of this thread: whatever comes up, it goes on with the next pupil.
  @SuppressWarnings("IllegalCatch")
  private void work() {
    while (!stopped) {
      try {
        nightly();
        Whom next = next();
        if (next != null) {
          findLinks.of(next.school(), next.pupil());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        trouble.accept(e);
        waitABit();
      }
    }
  }

  /** The first time after the start, and then in the night of each day. */
  private void nightly() {
    LocalDateTime now = LocalDateTime.now(clock);
    boolean due =
        lookedAtAll == null
            || (lookedAtAll.isBefore(now.toLocalDate()) && now.getHour() < NIGHT_ENDS);
    if (due) {
      lookedAtAll = now.toLocalDate();
      everything();
    }
  }

  private @Nullable Whom next() throws InterruptedException {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        waiting.wait(pause.toMillis());
      }
      if (waiting.isEmpty()) {
        return null;
      }
      Whom first = waiting.iterator().next();
      waiting.remove(first);
      return first;
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
