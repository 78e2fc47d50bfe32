package nl.meldcode.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says about a process. */
final class ProcessFigures {
  private static final int UTIME = 11;
  private static final int STIME = 12;

  private ProcessFigures() {}

  /** Processor time used so far, in ticks of 10 ms. */
  static long cpuTicks(long pid) {
    String stat = String.join(" ", lines(pid, "stat"));
    // The name, in brackets, may hold anything; the fields after it are numbers.
    String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(field[UTIME]) + Long.parseLong(field[STIME]);
  }

  /** Memory that is resident now, in MB. */
  static long residentMegabytes(long pid) {
    return lines(pid, "status").stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024;
  }

  private static List<String> lines(long pid, String file) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
