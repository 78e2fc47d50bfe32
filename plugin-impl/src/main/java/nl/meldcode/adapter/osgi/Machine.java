package nl.meldcode.adapter.osgi;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** What can be said of the machine and the framework, without a word of what is in them. */
final class Machine {
  private static final List<String> PROPERTIES =
      List.of("java.version", "java.vendor", "os.name", "os.version", "os.arch", "user.timezone");

  private Machine() {}

  /** Bytes that are free where that path is, or will be; empty when it cannot be known. */
  static OptionalLong free(Path path) {
    Path there = path.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return OptionalLong.of(Files.getFileStore(there).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Bytes of the database of a data directory with what is written and not merged yet. */
  static long size(Path data) {
    return Stream.of("meldcode.db", "meldcode.db-wal")
        .map(name -> data.resolve("plugin").resolve(name))
        .mapToLong(Machine::sizeOfFile)
        .sum();
  }

  private static long sizeOfFile(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  static int threadCount() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** What every thread is doing. */
  static String threads() {
    StringBuilder text = new StringBuilder();
    Map<String, String> byName = new TreeMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) ->
                byName.put(
                    thread.getName() + " " + thread.getId(),
                    thread.getState()
                        + "\n"
                        + Arrays.stream(frames)
                            .map(frame -> "    at " + frame + "\n")
                            .collect(Collectors.joining())));
    byName.forEach((name, rest) -> text.append(name).append(' ').append(rest).append('\n'));
    return text.toString();
  }

  /** Java, the system and all bundles. */
  static String bundles(Bundle[] bundles) {
    String system =
        PROPERTIES.stream()
            .map(name -> name + " = " + System.getProperty(name) + "\n")
            .collect(Collectors.joining());
    return Arrays.stream(bundles)
        .map(one -> one.getSymbolicName() + " " + one.getVersion() + " " + state(one) + "\n")
        .sorted()
        .collect(Collectors.joining("", system + "\n", ""));
  }

  private static String state(Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.ACTIVE -> "active";
      case Bundle.RESOLVED -> "resolved";
      case Bundle.INSTALLED -> "installed";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      default -> "other";
    };
  }
}
