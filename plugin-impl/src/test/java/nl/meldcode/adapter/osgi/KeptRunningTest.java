package nl.meldcode.adapter.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.Covers;
import nl.meldcode.adapter.osgi.config.Configuration;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in the way of a start is waited for. */
@Covers("P10")
class KeptRunningTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private final Deque<RuntimeException> inTheWay = new ArrayDeque<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final Semaphore started = new Semaphore(0);
  private final Running running = mock(Running.class);
  private final KeptRunning kept = new KeptRunning(this::start, Duration.ofMillis(20));

  private Running start(Settings settings) {
    attempts.incrementAndGet();
    RuntimeException refused = inTheWay.poll();
    if (refused != null) {
      throw refused;
    }
    started.release();
    return running;
  }

  private static Settings settings(String region) {
    return Configuration.read(
        Map.of(
            "dataDir",
            Path.of("data").toAbsolutePath().toString(),
            "publicUri",
            "https://meldcode.example/meldcode",
            "protocol",
            "onderwijs-2019@1.0.0",
            "region",
            region),
        null,
        null);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aStartThatWasRefusedIsTriedUntilItSucceeds() throws InterruptedException {
    inTheWay.addAll(
        List.of(
            new StartRefused("the database cannot be reached"),
            new StoreUnavailable("open", new SQLException("away")),
            new StartRefused("the database cannot be reached")));
    when(running.say(DUTCH)).thenReturn("goed");

    kept.with(settings("noord"));

    assertThat(kept.isWished()).isTrue();
    assertThat(kept.say(DUTCH))
        .hasValueSatisfying(said -> assertThat(said).startsWith("De plug-in draait niet: "));
    assertThat(started.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    assertThat(kept.say(DUTCH)).contains("goed");
    assertThat(attempts).hasValue(4);
    assertThat(started.tryAcquire(100, TimeUnit.MILLISECONDS)).as("started once").isFalse();
  }

  @Test
  void aChangeThatIsRefusedIsTriedTooAndWhatRanIsStopped() throws InterruptedException {
    kept.with(settings("noord"));
    started.acquire();
    inTheWay.add(new StartRefused("this data directory is in use"));

    kept.with(settings("zuid"));

    verify(running, timeout(1000)).close();
    assertThat(started.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatCanGoOnIsNotStartedAgain() {
    when(running.goesOn(any())).thenReturn(true);
    kept.with(settings("noord"));
    kept.with(settings("zuid"));
    assertThat(attempts).hasValue(1);
    verify(running, never()).close();
  }

  @Test
  void afterAStopNothingIsTried() throws InterruptedException {
    inTheWay.add(new StartRefused("away"));
    kept.with(settings("noord"));
    kept.close();
    started.drainPermits();
    assertThat(started.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(kept.isWished()).isFalse();
  }

  /** A fault of ours is not waited for. */
  @Test
  void whatIsNoRefusalIsNotCaught() {
    inTheWay.add(new IllegalStateException("ours"));
    assertThatIllegalStateException().isThrownBy(() -> kept.with(settings("noord")));
  }
}
