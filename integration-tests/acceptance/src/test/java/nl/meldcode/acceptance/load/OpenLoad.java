package nl.meldcode.acceptance.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Requests on a clock, whatever becomes of those before: who finds a slow server comes all the
 * same. The time of an answer counts from when its request was due, so that a stall, of the server
 * or of this client, is not left out.
 */
final class OpenLoad {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;

  OpenLoad(HttpClient client) {
    this.client = client;
  }

  /**
   * What somebody does.
   *
   * @param expects the status when it succeeds
   * @param done gets the body then
   */
  record Job(String what, HttpRequest.Builder request, int expects, Consumer<String> done) {
    Job(String what, HttpRequest.Builder request, int expects) {
      this(what, request, expects, body -> {});
    }
  }

  /** What became of them all. */
  static final class Outcome {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<Long>> byKind = new ConcurrentHashMap<>();

    /** How many were answered as they should be. */
    int answered() {
      return nanos.size();
    }

    /** How many were told to come back. */
    int refused() {
      return refused.get();
    }

    /** What else was answered, or was not, by what was asked, and how often. */
    Map<String, AtomicInteger> errors() {
      return errors;
    }

    /** So many of a hundred were answered within that time, in milliseconds; 0 without any. */
    double percentile(double hundredths) {
      return percentile(nanos, hundredths);
    }

    /** The same of each thing that was done. */
    String byKind(double hundredths) {
      StringBuilder all = new StringBuilder();
      byKind.forEach(
          (what, times) ->
              all.append(
                  "%s %.0f ms (%d)  "
                      .formatted(what, percentile(times, hundredths), times.size())));
      return all.toString().strip();
    }

    private static double percentile(ConcurrentLinkedQueue<Long> nanos, double hundredths) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted.length == 0
          ? 0
          : sorted[(int) Math.ceil(sorted.length * hundredths / 100) - 1] / 1e6;
    }

    private void add(Job job, long took) {
      nanos.add(took);
      byKind.computeIfAbsent(job.what(), first -> new ConcurrentLinkedQueue<>()).add(took);
    }

    private void error(String what) {
      errors.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** So many a second for so long; returns when each has been answered or given up. */
  Outcome run(int rate, Duration time, Supplier<Job> next) {
    Outcome outcome = new Outcome();
    int count = Math.toIntExact(rate * time.toMillis() / 1000);
    List<CompletableFuture<Boolean>> all = new ArrayList<>(count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      Job job = next.get();
      HttpRequest request = job.request().timeout(PATIENCE).build();
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      all.add(
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .handle(
                  (answer, failure) ->
                      judge(job, Optional.ofNullable(answer), failure, due, outcome)));
    }
    await(all);
    return outcome;
  }

  private static boolean judge(
      Job job, Optional<HttpResponse<String>> came, Throwable failure, long due, Outcome outcome) {
    if (came.isEmpty()) {
      outcome.error(job.what() + " " + failure);
      return false;
    }
    HttpResponse<String> answer = came.get();
    if (answer.statusCode() == job.expects()) {
      outcome.add(job, System.nanoTime() - due);
      job.done().accept(answer.body());
    } else if (saysComeBack(answer)) {
      outcome.refused.incrementAndGet();
    } else {
      outcome.error(job.what() + " " + answer.statusCode() + " " + answer.body());
    }
    return true;
  }

  /** Calmly: with the time to wait, in plain words. */
  private static boolean saysComeBack(HttpResponse<String> answer) {
    return answer.statusCode() == 429
        && answer.headers().firstValue("Retry-After").isPresent()
        && answer.body().contains("Het is nu erg druk");
  }

  private static void await(List<CompletableFuture<Boolean>> all) {
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("some were never answered", e);
    } catch (ExecutionException e) {
      throw new AssertionError("an answer was not as it should be", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for answers", e);
    }
  }
}
