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
  private static final int UTIME = 11;
  private static final int STIME = 12;

  private ProcessFigures() {}

  /** Whose processor time is asked for. */
  enum Of {
    /**
     * The JIT compiler: what is still being compiled says when one looked, not what a request
     * costs.
     */
    COMPILER,
    ALL_BUT_COMPILER;

    boolean has(String stat) {
      return stat.contains("CompilerThre") == (this == COMPILER);
    }
  }

  /** Processor time that each such thread used so far, in ticks of 10 ms. */
  static Map<String, Long> cpuTicks(long pid, Of of) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      Map<String, Long> ticks = new HashMap<>();
      threads.forEach(
          thread -> {
            String stat = String.join(" ", linesOrNone(thread.resolve("stat")));
            if (!stat.isEmpty() && of.has(stat)) {
              ticks.put(thread.getFileName().toString(), ticks(stat));
            }
          });
      return ticks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was used since, thread by thread: one that ended takes what it used before along. */
  static long cpuTicksSince(Map<String, Long> before, long pid, Of of) {
    return cpuTicks(pid, of).entrySet().stream()
        .mapToLong(one -> one.getValue() - before.getOrDefault(one.getKey(), 0L))
        .sum();
  }

  private static long ticks(String stat) {
    // The name, in brackets, may hold anything; the fields after it are numbers.
    String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(field[UTIME]) + Long.parseLong(field[STIME]);
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
