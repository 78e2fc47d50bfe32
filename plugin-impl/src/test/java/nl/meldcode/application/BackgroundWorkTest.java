package nl.meldcode.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  @Covers({"R10", "R17"})
  void whateverComesUpTheWorkGoesOn() throws Exception {
    List<Throwable> inTheWay =
        List.of(new IllegalStateException("broken"), new OutOfMemoryError("no memory"));
    Queue<Throwable> told = new ConcurrentLinkedQueue<>();
    AtomicInteger times = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    Background background =
        new Background(
            "test",
            () -> {
              int time = times.getAndIncrement();
              if (time >= inTheWay.size()) {
                done.countDown();
              } else if (inTheWay.get(time) instanceof Error error) {
                throw error;
              } else {
                throw (RuntimeException) inTheWay.get(time);
              }
              return false;
            },
            SHORT,
            SHORT,
            e -> {
              told.add(e);
              throw new OutOfMemoryError("none to tell it with");
            });
    background.start();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    background.close();
    assertThat(told).containsExactlyElementsOf(inTheWay);
  }
}
