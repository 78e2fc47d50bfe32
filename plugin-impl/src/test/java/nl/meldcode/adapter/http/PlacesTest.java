package nl.meldcode.adapter.http;

import static nl.meldcode.adapter.http.Places.Turn.KEEPS;
import static nl.meldcode.adapter.http.Places.Turn.LOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.Places.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More come at once than can be worked on. */
@Covers("R15")
class PlacesTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whoFindsNoPlaceSoonIsToldSo() {
    Places places = new Places(1, Duration.ofMillis(20));
    assertThat(places.take(LOOKS)).isTrue();
    assertThat(places.take(LOOKS)).isFalse();
    assertThat(places.take(KEEPS)).isFalse();
    places.leave();
    assertThat(places.take(LOOKS)).isTrue();
  }

  @Test
  void theLineIsNoLongerThanThePlaces() throws Exception {
    Places places = new Places(1, LONG);
    assertThat(places.take(LOOKS)).isTrue();
    Future<Boolean> waiting = waiting(places, LOOKS);

    assertThat(places.take(LOOKS)).as("told at once").isFalse();
    places.leave();
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatKeepsGoesBeforeWhatLooks() throws Exception {
    Places places = new Places(1, LONG);
    LinkedBlockingQueue<Turn> order = new LinkedBlockingQueue<>();
    assertThat(places.take(LOOKS)).isTrue();
    Future<Boolean> look = waiting(places, LOOKS, order);
    Future<Boolean> keep = waiting(places, KEEPS, order);

    places.leave();
    assertThat(order.poll(10, TimeUnit.SECONDS)).isEqualTo(KEEPS);
    assertThat(keep.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(look.isDone()).isFalse();
    places.leave();
    assertThat(look.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void neverMoreAtOnceAndNobodyIsForgotten() throws Exception {
    int atOnce = 4;
    Places places = new Places(atOnce, LONG);
    AtomicInteger in = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 2 * atOnce; i++) {
      Turn turn = i % 2 == 0 ? KEEPS : LOOKS;
      all.add(threads.submit(() -> comeAndGo(places, turn, in, most)));
    }
    for (Future<Integer> one : all) {
      assertThat(one.get(20, TimeUnit.SECONDS)).as("let in").isEqualTo(500);
    }
    assertThat(most).hasValueLessThanOrEqualTo(atOnce);
  }

  private static int comeAndGo(Places places, Turn turn, AtomicInteger in, AtomicInteger most) {
    int letIn = 0;
    for (int i = 0; i < 500; i++) {
      if (places.take(turn)) {
        letIn++;
        most.accumulateAndGet(in.incrementAndGet(), Math::max);
        LockSupport.parkNanos(1_000);
        in.decrementAndGet();
        places.leave();
      }
    }
    return letIn;
  }

  private Future<Boolean> waiting(Places places, Turn turn) throws InterruptedException {
    return waiting(places, turn, new LinkedBlockingQueue<>());
  }

  /** Stands in line when this returns. */
  private Future<Boolean> waiting(Places places, Turn turn, LinkedBlockingQueue<Turn> order)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread[] thread = new Thread[1];
    Future<Boolean> future =
        threads.submit(
            () -> {
              thread[0] = Thread.currentThread();
              begun.countDown();
              boolean taken = places.take(turn);
              order.add(turn);
              return taken;
            });
    begun.await();
    while (thread[0].getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return future;
  }
}
