package nl.meldcode.adapter.http;

import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meldcode.application.port.HostUnavailable;

/**
 * All calls to one host: at most eight at a time, each with a deadline for the whole answer, a
 * limit to its size, and a circuit per group of endpoints. Redirects are not followed.
 */
public final class HostHttp implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int FAILURES = 5;
  private static final Duration PROBE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final ExecutorService threads;
  private final HttpClient client;
  private final Semaphore places = new Semaphore(THREADS, true);
  private final Map<Group, CircuitBreaker<Object>> circuits;

  /** Begins without any connection; an open circuit lets one call try every 30 seconds. */
  public HostHttp() {
    this(PROBE);
  }

  /** As above, with another pause before an open circuit lets a call try. */
  public HostHttp(Duration probe) {
    threads = Executors.newFixedThreadPool(THREADS, HostHttp::daemon);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
    Map<Group, CircuitBreaker<Object>> each = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      each.put(group, circuit(probe));
    }
    circuits = Collections.unmodifiableMap(each);
  }

  /** Endpoints that fail together. */
  public enum Group {
    TOKEN(3, 64),
    KEYS(3, 64),
    ROSTER(4, 4096),
    KIN(4, 4096),
    EVENTS(4, 4096),
    RECORD(30, 11 * 1024);

    private final Duration patience;
    private final long limit;

    Group(int seconds, int kilobytes) {
      this.patience = Duration.ofSeconds(seconds);
      this.limit = kilobytes * 1024L;
    }
  }

  /**
   * Sends a request and gives the answer, when it is a 2xx or a 4xx that does not pass by itself.
   *
   * @throws HostUnavailable in all other cases
   */
  public Reply send(Group group, HttpRequest request) {
    CircuitBreaker<Object> circuit = circuitOf(group);
    takePlace(group);
    boolean answered = false;
    try {
      if (!circuit.tryAcquirePermit()) {
        throw new HostUnavailable(group + ": circuit open");
      }
      try {
        Reply reply = within(group, request);
        answered = true;
        return reply;
      } finally {
        if (answered) {
          circuit.recordSuccess();
        } else {
          circuit.recordFailure();
        }
      }
    } finally {
      places.release();
    }
  }

  private void takePlace(Group group) {
    try {
      if (!places.tryAcquire(group.patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new HostUnavailable(group + ": too many calls at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostUnavailable(group + ": interrupted");
    }
  }

  /** The deadline holds for headers and body together: the client's own one ends at the headers. */
  private Reply within(Group group, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, info -> new LimitedBody(group.limit));
    try {
      return usable(group, pending.get(group.patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw new HostUnavailable(group + ": " + e.getCause().getClass().getSimpleName());
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new HostUnavailable(group + ": no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostUnavailable(group + ": interrupted");
    } finally {
      pending.cancel(true);
    }
  }

  private static Reply usable(Group group, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    boolean good = status / 100 == 2 || (status / 100 == 4 && !PASSING.contains(status));
    if (!good) {
      throw new HostUnavailable(group + ": status " + status);
    }
    return new Reply(status, response.headers(), response.body());
  }

  private CircuitBreaker<Object> circuitOf(Group group) {
    CircuitBreaker<Object> circuit = circuits.get(group);
    if (circuit == null) {
      throw new IllegalStateException("no circuit for " + group);
    }
    return circuit;
  }

  private static CircuitBreaker<Object> circuit(Duration probe) {
    return CircuitBreaker.builder()
        .withFailureThreshold(FAILURES)
        .withDelay(probe)
        .withSuccessThreshold(1)
        .build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "meldcode-host");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
