package nl.meldcode.adapter.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import nl.meldcode.application.health.HostSight;
import nl.meldcode.application.port.HostUnavailable;

/**
 * All calls to one host: at most eight at a time, each with a deadline for the whole answer, a
 * limit to its size, and a circuit per endpoint. Redirects are not followed.
 */
public final class HostHttp implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int MOST_ENDPOINTS = 64;
  private static final Duration PROBE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final Set<Integer> BUSY = Set.of(429, 503);

  /** What differs between calls of one kind: ids, which hold a digit, and so do versions. */
  private static final Pattern ID = Pattern.compile("/[^/]*\\d[^/]*");

  private final ExecutorService threads;
  private final HttpClient client;
  private final Semaphore places = new Semaphore(THREADS, true);
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Seen seen = new Seen();
  private final Duration probe;
  private final Duration longest;

  /** Begins without any connection; an open circuit lets one call try every 30 seconds. */
  public HostHttp() {
    this(PROBE, Group.LONGEST);
  }

  /** As above, with another pause of an open circuit, and no deadline later than that. */
  public HostHttp(Duration probe, Duration longest) {
    this.probe = probe;
    this.longest = longest;
    threads = Executors.newFixedThreadPool(THREADS, HostHttp::daemon);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();
  }

  /** Endpoints with the same deadline and the same limit. */
  public enum Group {
    TOKEN(3, 64),
    KEYS(3, 64),
    ROSTER(4, 4096),
    KIN(4, 4096),
    EVENTS(4, 4096),
    RECORD(30, 11 * 1024);

    private static final Duration LONGEST = Duration.ofSeconds(30);
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
    Endpoint endpoint = endpoint(group, request);
    takePlace(group);
    boolean answered = false;
    try {
      if (!endpoint.mayTry()) {
        throw new HostUnavailable(group + ": circuit open");
      }
      try {
        HttpResponse<byte[]> response = within(group, request);
        seen.answered(response.headers());
        Reply reply = usable(group, endpoint, response);
        answered = true;
        return reply;
      } finally {
        if (answered) {
          endpoint.answered();
        } else {
          endpoint.failed();
        }
      }
    } finally {
      places.release();
    }
  }

  /** What was noticed of the host meanwhile. */
  public HostSight sight() {
    int open = (int) endpoints.values().stream().filter(Endpoint::isOpen).count();
    return new HostSight(open, seen.sinceAnswer(), seen.skew());
  }

  private void takePlace(Group group) {
    try {
      if (!places.tryAcquire(patience(group).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new HostUnavailable(group + ": too many calls at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostUnavailable(group + ": interrupted");
    }
  }

  /** The deadline holds for headers and body together: the client's own one ends at the headers. */
  private HttpResponse<byte[]> within(Group group, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, info -> new LimitedBody(group.limit));
    try {
      return pending.get(patience(group).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // A header that is no number comes out of the client as such.
      if (e.getCause() instanceof IOException || e.getCause() instanceof NumberFormatException) {
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

  private static Reply usable(Group group, Endpoint endpoint, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    boolean good = status / 100 == 2 || (status / 100 == 4 && !PASSING.contains(status));
    if (BUSY.contains(status)) {
      endpoint.heed(response.headers());
    }
    if (!good) {
      throw new HostUnavailable(group + ": status " + status);
    }
    return new Reply(status, response.headers(), response.body());
  }

  private Duration patience(Group group) {
    return group.patience.compareTo(longest) < 0 ? group.patience : longest;
  }

  /** What one endpoint does to us must not cut off another; a host cannot make them without end. */
  private Endpoint endpoint(Group group, HttpRequest request) {
    String path = ID.matcher(String.valueOf(request.uri().getPath())).replaceAll("/*");
    String name = group + " " + request.method() + " " + path;
    boolean known = endpoints.containsKey(name) || endpoints.size() < MOST_ENDPOINTS;
    return endpoints.computeIfAbsent(known ? name : group.name(), it -> new Endpoint(probe));
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
