package nl.meldcode.adapter.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that are under way. Once it is closed it lets no more in, and those that are in may
 * end before what they use is closed (R12). Safe for several threads.
 */
public final class Underway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Underway.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Duration patience;
  private int requests;
  private boolean closed;

  /** Lets a request that is in take ten seconds more at most. */
  public Underway() {
    this(PATIENCE);
  }

  Underway(Duration patience) {
    this.patience = patience;
  }

  /** Answers who comes too late: a 503 with {@code Retry-After}. */
  @FunctionalInterface
  public interface TooLate {
    /** Writes that answer. */
    void answer(HttpServletResponse response) throws IOException;
  }

  /** Lets requests in and counts them; to be registered behind the filter of the headers. */
  public Filter filter(TooLate tooLate) {
    return new Counting(this, tooLate);
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
    private final transient TooLate tooLate;

    Counting(Underway underway, TooLate tooLate) {
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
}
