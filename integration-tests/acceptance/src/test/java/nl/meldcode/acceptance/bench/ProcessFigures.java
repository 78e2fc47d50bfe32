package nl.meldcode.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Linux says about a process. */
final class ProcessFigures {
  private ProcessFigures() {}

  /** Whose processor time is asked for. */
  enum Of {
    /**
     * The JIT compiler: what is still being compiled says when one looked, not what a request
     * costs.
     */
    COMPILER,
    ALL_BUT_COMPILER;

    boolean has(String name) {
      return name.contains("CompilerThre") == (this == COMPILER);
    }
  }

  /** Processor time that each such thread used so far, in nanoseconds. */
  static Map<String, Long> cpuNanos(long pid, Of of) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      Map<String, Long> used = new HashMap<>();
      threads.forEach(
          thread -> {
            String time = String.join("", linesOrNone(thread.resolve("schedstat")));
            if (!time.isEmpty() && of.has(String.join("", linesOrNone(thread.resolve("comm"))))) {
              used.put(thread.getFileName().toString(), Long.parseLong(time.split(" ", 2)[0]));
            }
          });
      return used;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was used since, thread by thread: one that ended takes what it used before along. */
  static long cpuNanosSince(Map<String, Long> before, long pid, Of of) {
    return cpuNanos(pid, of).entrySet().stream()
        .mapToLong(one -> one.getValue() - before.getOrDefault(one.getKey(), 0L))
        .sum();
  }

  /** Memory that is resident now, in MB. */
  static long residentMegabytes(long pid) {
    return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024;
  }

  /** None of a thread that ended while one looked: of such a file even reading may fail. */
  private static List<String> linesOrNone(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
