package nl.meldcode.acceptance.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.meldcode.acceptance.kit.Await;

/** Calls to the system that fail in a running process, by strace. */
final class FailingCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final long pid;
  private final Process strace;

  private FailingCalls(long pid, Process strace) {
    this.pid = pid;
    this.strace = strace;
  }

  /**
   * Lets these calls on that file fail in that process while this is done.
   *
   * @param calls their names, with commas between them
   * @param how as strace says it, such as {@code error=EIO:when=2+}
   */
  static void during(long pid, String calls, String how, Path file, Runnable work) {
    FailingCalls begun = begin(pid, calls, how, file);
    try {
      work.run();
    } finally {
      begun.end();
    }
  }

  private static FailingCalls begin(long pid, String calls, String how, Path file) {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-p", Long.toString(pid)));
    command.addAll(List.of("-o", "/dev/null", "-P", file.toString(), "-e", "trace=" + calls));
    command.addAll(List.of("-e", "inject=" + calls + ":" + how));
    try {
      FailingCalls begun =
          new FailingCalls(
              pid,
              new ProcessBuilder(command)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start());
      Await.until("strace", PATIENCE, () -> begun.isTraced() || !begun.strace.isAlive());
      assumeTrue(begun.strace.isAlive(), "strace may not look into another process here");
      return begun;
    } catch (IOException e) {
      assumeTrue(false, "no strace here: " + e.getMessage());
      throw new UncheckedIOException(e);
    }
  }

  /** Whether every thread is looked into. */
  private boolean isTraced() {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads.toList()) {
        if (Files.readString(thread.resolve("status")).contains("TracerPid:\t0\n")) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void end() {
    strace.destroy();
    try {
      if (!strace.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("strace does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while strace ends", e);
    }
  }
}
