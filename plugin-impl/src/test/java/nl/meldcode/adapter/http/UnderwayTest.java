package nl.meldcode.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meldcode.Covers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plugin stops while people are being answered. */
@Covers("R12")
class UnderwayTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private final Map<HttpServletResponse, String> tooLate = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger refused = new AtomicInteger();
  private final CountDownLatch in = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  @AfterEach
  void end() {
    leave.countDown();
    threads.shutdownNow();
  }

  @Test
  void whoIsInMayEndAndWhoComesLaterIsToldSo() throws Exception {
    Underway underway = new Underway(refused::incrementAndGet);
    Filter filter = underway.filter(response -> tooLate.put(response, "later"));
    Future<?> first = threads.submit(() -> pass(filter, this::stayIn));
    assertThat(in.await(10, TimeUnit.SECONDS)).isTrue();

    Future<?> closing = threads.submit(underway::close);
    HttpServletResponse refused = untilRefused(filter);
    assertThat(tooLate).containsKey(refused);
    assertThat(waitsFor(closing)).as("it waits for the first").isTrue();

    leave.countDown();
    first.get(10, TimeUnit.SECONDS);
    closing.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aRequestThatFailsIsInNoMore() throws Exception {
    Underway underway = new Underway(refused::incrementAndGet);
    Filter filter = underway.filter(response -> tooLate.put(response, "later"));
    FilterChain failing =
        (request, response) -> {
          throw new IOException("the client hung up");
        };

    assertThat(threads.submit(() -> pass(filter, failing)).get(10, TimeUnit.SECONDS))
        .isInstanceOf(IOException.class);
    threads.submit(underway::close).get(5, TimeUnit.SECONDS);
  }

  @Test
  void nobodyIsWaitedForWithoutEnd() throws Exception {
    Underway underway = new Underway(Duration.ofMillis(50), new Places(1, Duration.ZERO), () -> {});
    Filter filter = underway.filter(response -> tooLate.put(response, "later"));
    threads.execute(() -> pass(filter, this::stayIn));
    assertThat(in.await(10, TimeUnit.SECONDS)).isTrue();

    threads.submit(underway::close).get(5, TimeUnit.SECONDS);
    assertThat(leave.getCount()).as("the request is still in").isEqualTo(1);
  }

  @Test
  @Covers("R15")
  void whoComesWhenEveryPlaceIsTakenIsToldSoAndCounted() throws Exception {
    Underway underway =
        new Underway(LONG, new Places(1, Duration.ofMillis(20)), refused::incrementAndGet);
    Filter filter = underway.limit(response -> tooLate.put(response, "busy"), request -> false);
    Future<?> first = threads.submit(() -> pass(filter, this::stayIn));
    assertThat(in.await(10, TimeUnit.SECONDS)).isTrue();

    pass(filter, (request, response) -> in.countDown());
    assertThat(tooLate.values()).containsExactly("busy");
    assertThat(refused).hasValue(1);

    leave.countDown();
    first.get(10, TimeUnit.SECONDS);
    pass(filter, (request, response) -> response.flushBuffer());
    assertThat(refused).hasValue(1);
  }

  /** Requests that come while it closes are still let in until it has begun to. */
  private HttpServletResponse untilRefused(Filter filter) throws IOException, ServletException {
    for (int i = 0; i < 1000; i++) {
      HttpServletResponse response = mock(HttpServletResponse.class);
      filter.doFilter(mock(HttpServletRequest.class), response, (a, b) -> {});
      if (tooLate.containsKey(response)) {
        return response;
      }
    }
    throw new AssertionError("nobody is refused");
  }

  private static boolean waitsFor(Future<?> closing) throws Exception {
    try {
      closing.get(200, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    }
  }

  private void stayIn(Object request, Object response) throws IOException {
    in.countDown();
    try {
      leave.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** How it was left. */
  private static Object pass(Filter filter, FilterChain chain) {
    try {
      filter.doFilter(mock(HttpServletRequest.class), mock(HttpServletResponse.class), chain);
      return "through";
    } catch (IOException | ServletException e) {
      return e;
    }
  }
}
