package nl.meldcode.adapter.osgi;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.application.Background;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs with the last settings. While something is in the way, such as a database that starts
 * later than we do or a file that has to be put back, a start is tried again every while. Safe for
 * several threads.
 */
final class KeptRunning implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptRunning.class);
  private final Function<Settings, Running> starter;
  private final Duration pause;
  private final Background again;
  private @Nullable Settings wish;
  private @Nullable Running running;
  private @Nullable String refusal;
  private boolean tries;

  /** Takes what starts, and after how long it is tried again. */
  KeptRunning(Function<Settings, Running> starter, Duration pause) {
    this.starter = starter;
    this.pause = pause;
    again =
        new Background("meldcode-start", this::tryAgain, pause, pause, e -> LOG.error("start", e));
  }

  /** Goes on with these settings: at once where that is safe, else by starting again. */
  synchronized void with(Settings settings) {
    if (running != null && running.goesOn(settings)) {
      LOG.info("the configuration changed; the plugin goes on with it");
      return;
    }
    if (wish != null) {
      LOG.info("the configuration changed in a way that restarts the plugin");
    }
    stop();
    wish = settings;
    refusal = null;
    attempt(settings);
  }

  private synchronized boolean tryAgain() {
    if (running == null && wish != null) {
      attempt(wish);
    }
    return false;
  }

  private void attempt(Settings settings) {
    try {
      running = starter.apply(settings);
      if (refusal != null) {
        LOG.info("Meldcode started after all");
      }
      refusal = null;
    } catch (StartRefused | StoreUnavailable | Tampered e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(refusal)) {
        LOG.error(
            "Meldcode does not start: {}; it is tried again every {} seconds",
            why,
            pause.toSeconds(),
            e);
      }
      refusal = why;
      startTrying();
    }
  }

  private void startTrying() {
    if (!tries) {
      tries = true;
      again.start();
    }
  }

  /** Whether it runs, or will as soon as nothing is in the way any more. */
  synchronized boolean isWished() {
    return wish != null;
  }

  /** How it is, in the words of who looks after it; empty as long as no settings came. */
  synchronized Optional<String> say(Locale locale) {
    if (running != null) {
      return Optional.of(running.say(locale));
    }
    return Optional.ofNullable(refusal)
        .map(why -> new Texts().say(locale, "health.configuration.refused", why) + "\n");
  }

  @Override
  public void close() {
    again.close();
    synchronized (this) {
      wish = null;
      stop();
    }
  }

  private void stop() {
    Running now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }
}
