package nl.meldcode.adapter.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BackgroundTest {
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final AtomicInteger times = new AtomicInteger();
  private final CountDownLatch open = new CountDownLatch(1);
  private final StampClock clock = new StampClock();

  @Test
  void workGoesOnForWhoComesBack() throws Exception {
    try (Background<Integer> background = background()) {
      assertThatThrownBy(background::get).isInstanceOf(HostUnavailable.class);
      assertThatThrownBy(background::get).isInstanceOf(HostUnavailable.class);
      open.countDown();
      clock.stamped.await();
      assertThat(once(background)).isEqualTo(1);
    }
  }

  @Test
  void anOutcomeThatNobodyCameForInTimeIsMadeAnew() throws Exception {
    try (Background<Integer> background = background()) {
      assertThatThrownBy(background::get).isInstanceOf(HostUnavailable.class);
      open.countDown();
      clock.stamped.await();
      clock.now = clock.now.plus(FRESH).plusSeconds(1);
      assertThat(once(background)).isEqualTo(2);
    }
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    try (Background<Integer> background =
        new Background<>(BackgroundTest::refused, FRESH, FRESH, clock)) {
      assertThatThrownBy(background::get).isInstanceOf(HostRefused.class);
      assertThatThrownBy(background::get).isInstanceOf(HostRefused.class);
    }
  }

  private static int refused() {
    throw new HostRefused("forbidden");
  }

  /** The outcome, as soon as it is there. */
  private static int once(Background<Integer> background) {
    for (int look = 0; look < 500; look++) {
      try {
        return background.get();
      } catch (HostUnavailable e) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("never done");
  }

  private Background<Integer> background() {
    return new Background<>(
        () -> {
          open.await();
          return times.incrementAndGet();
        },
        MOMENT,
        FRESH,
        clock);
  }

  /** Tells when it was first looked at, which is when the work was done. */
  private static final class StampClock extends Clock {
    private final CountDownLatch stamped = new CountDownLatch(1);
    private volatile Instant now = Instant.parse("2026-11-12T10:00:00Z");

    @Override
    public Instant instant() {
      Instant answer = now;
      stamped.countDown();
      return answer;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
