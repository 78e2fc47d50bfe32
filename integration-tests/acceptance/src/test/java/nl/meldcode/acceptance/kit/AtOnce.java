package nl.meldcode.acceptance.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same thing many times at once. */
public final class AtOnce {
  private AtOnce() {}

  /** What each of them answered; the first failure ends it. */
  public static <T> List<T> of(int times, IntFunction<T> task) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(threads.submit(() -> task.apply(number)));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("one of them failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
