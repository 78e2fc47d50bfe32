package nl.meldcode.adapter.http;

import dev.failsafe.CircuitBreaker;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One kind of call to a host, and whether it may be made now: not while it keeps failing, nor while
 * the host asked for patience. Measured in passing time, whatever the clock does.
 */
final class Endpoint {
  private static final int FAILURES = 5;
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(15);

  private final CircuitBreaker<Object> circuit;
  private volatile long quietUntil = System.nanoTime();

  /** {@code probe} is the pause before a failing one is tried again. */
  Endpoint(Duration probe) {
    circuit =
        CircuitBreaker.builder()
            .withFailureThreshold(FAILURES)
            .withDelay(probe)
            .withSuccessThreshold(1)
            .build();
  }

  /** Whether to call now; who does says afterwards how it went. */
  boolean mayTry() {
    return System.nanoTime() - quietUntil >= 0 && circuit.tryAcquirePermit();
  }

  /** Whether calls are not made because they keep failing. */
  boolean isOpen() {
    return !circuit.isClosed();
  }

  void answered() {
    circuit.recordSuccess();
  }

  void failed() {
    circuit.recordFailure();
  }

  /** Leaves the host alone for as long as it asks (RFC 9110 10.2.3), within reason. */
  void heed(HttpHeaders headers) {
    headers
        .firstValue("Retry-After")
        .flatMap(said -> patience(said, headers))
        .filter(asked -> !asked.isNegative())
        .map(asked -> asked.compareTo(MOST_PATIENCE) < 0 ? asked : MOST_PATIENCE)
        .ifPresent(asked -> quietUntil = System.nanoTime() + asked.toNanos());
  }

  /** Seconds, or a moment, which counts from the host's own. */
  private static Optional<Duration> patience(String said, HttpHeaders headers) {
    String text = said.strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = moment(text);
      return headers.firstValue("Date").map(now -> Duration.between(moment(now), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(String text) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
  }
}
