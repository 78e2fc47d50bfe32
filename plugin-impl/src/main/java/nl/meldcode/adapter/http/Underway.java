package nl.meldcode.adapter.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import nl.meldcode.adapter.http.Places.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that are under way. As many are worked on at once as the processors of this machine
 * get done within a moment; a few more wait, those that keep what somebody did before those that
 * look, and the rest are told to come back: who is let in is answered soon, however many come
 * (R15). Once it is closed it lets no more in, and those that are in may end before what they use
 * is closed (R12). Safe for several threads.
 */
public final class Underway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Underway.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A request mostly waits, for a disk or a host; more of them at once make each one slower. */
  private static final int AT_ONCE_PER_PROCESSOR = 16;

  /** Whoever waits longer is better told so. */
  private static final Duration SOON = Duration.ofMillis(500);

  private final Duration patience;
  private final Places places;
  private final Runnable refused;
  private int requests;
  private boolean closed;

  /**
   * Lets a request that is in take ten seconds more at most.
   *
   * @param refused is told of each request that is not let in because there are too many
   */
  public Underway(Runnable refused) {
    this(
        PATIENCE,
        new Places(AT_ONCE_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), SOON),
        refused);
  }

  Underway(Duration patience, Places places, Runnable refused) {
    this.patience = patience;
    this.places = places;
    this.refused = refused;
  }

  /** Answers who is not let in, with {@code Retry-After}. */
  @FunctionalInterface
  public interface Refusal {
    /** Writes that answer. */
    void answer(HttpServletResponse response) throws IOException;
  }

  /**
   * Lets requests in and counts them until it is closed; to be registered behind the filter of the
   * headers.
   *
   * @param tooLate answers with 503 who comes after that
   */
  public Filter filter(Refusal tooLate) {
    return new Counting(this, tooLate);
  }

  /**
   * Lets in so many at once; to be registered behind the filter that counts, for what takes work.
   *
   * @param tooMany answers with 429 who finds no place
   * @param keeps whether this request keeps what somebody did, and so goes first
   */
  public Filter limit(Refusal tooMany, Predicate<HttpServletRequest> keeps) {
    return new Limiting(this, tooMany, keeps);
  }

  private synchronized boolean begin() {
    if (!closed) {
      requests++;
    }
    return !closed;
  }

  private synchronized void end() {
    requests--;
    notifyAll();
  }

  /** Returns when nobody is in any more, or after the patience. */
  @Override
  public synchronized void close() {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toMillis(); requests > 0 && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (requests > 0) {
      LOG.warn("{} requests are left behind", requests);
    }
  }

  private static final class Counting extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Underway underway;
    private final transient Refusal tooLate;

    Counting(Underway underway, Refusal tooLate) {
      this.underway = underway;
      this.tooLate = tooLate;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (!underway.begin()) {
        tooLate.answer(response);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        underway.end();
      }
    }
  }

  private static final class Limiting extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Underway underway;
    private final transient Refusal tooMany;
    private final transient Predicate<HttpServletRequest> keeps;

    Limiting(Underway underway, Refusal tooMany, Predicate<HttpServletRequest> keeps) {
      this.underway = underway;
      this.tooMany = tooMany;
      this.keeps = keeps;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (!underway.places.take(keeps.test(request) ? Turn.KEEPS : Turn.LOOKS)) {
        underway.refused.run();
        tooMany.answer(response);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        underway.places.leave();
      }
    }
  }
}
