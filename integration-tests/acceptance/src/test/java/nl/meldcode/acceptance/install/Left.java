package nl.meldcode.acceptance.install;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this process holds on to: compared before and after, it says what somebody left behind. */
final class Left {
  /**
   * They belong to HTTP and framework, which keep some for the next request, or to Java itself,
   * which has one of each for good.
   */
  private static final String OTHERS =
      "qtp.*|FelixResolver.*|Attach Listener|process reaper.*|Common-Cleaner|Java2D Disposer";

  private final Set<Thread> before = threads();

  /** Names of threads that were not there before. A client of this test makes some as it goes. */
  List<String> threadsSince() {
    Set<String> clients =
        before.stream()
            .map(thread -> thread.getName().replaceAll("^(HttpClient-\\d+-).*", "$1"))
            .filter(name -> name.startsWith("HttpClient-"))
            .collect(Collectors.toSet());
    Set<Thread> now = new HashSet<>(threads());
    now.removeAll(before);
    return now.stream()
        .map(Thread::getName)
        .filter(name -> !name.matches(OTHERS))
        .filter(name -> clients.stream().noneMatch(name::startsWith))
        .sorted()
        .toList();
  }

  /** Files below this folder that are open. */
  static List<String> open(Path folder) {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(Left::target).filter(file -> file.startsWith(folder.toString())).toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot see what is open", e);
    }
  }

  /** Number of open files and connections of the whole process. */
  static int handles() {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return (int) all.count();
    } catch (IOException e) {
      throw new IllegalStateException("cannot see what is open", e);
    }
  }

  /** Heap in use once what is not needed is gone. */
  static long usedHeap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Memory in use once what is not needed is gone. */
  static long usedBytes() {
    return usedHeap() + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static Set<Thread> threads() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }
}
