package nl.meldcode.acceptance.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.StartCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The plugin comes and goes in a framework that runs on: it leaves nothing behind but the data.
 * {@code -Dmeldcode.cycles=200} takes longer.
 */
@Tag("install")
class PluginCyclesTest {
  private static final int CYCLES = Integer.getInteger("meldcode.cycles", 20);
  private static final int MOST_LOADERS = 2;

  /** The host's HTTP service may open some for itself meanwhile. */
  private static final int MOST_HANDLES = 10;

  private static final int START_GOAL_MILLIS = 300;
  private static final double MEMORY_GOAL_MEGABYTES = 40;
  private static final double MEGABYTE = 1024 * 1024;

  /** In percents, since a quarter of the cycles: by then everything was loaded that is loaded. */
  private static final double MOST_GROWTH = 5;

  private static final int TURNS = 100;
  private static final Duration TURN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  @Covers("R12")
  void itLeavesNothingInTheHostButItsData() throws IOException, BundleException {
    int port = StartCommand.freePort();
    Path data = folder.resolve("data");
    try (SmallestSchool school = new SmallestSchool(port, data);
        InnerFelix felix = new InnerFelix(folder, port, school)) {
      assertThat(school.isOffered()).as("without the plugin").isFalse();
      Left left = new Left();
      long memory = Left.usedBytes();
      Bundle plugin = felix.install();
      start(plugin, school);
      school.recordsASignal();
      Figures.report(
          "memory-added-mb", (Left.usedBytes() - memory) / MEGABYTE, MEMORY_GOAL_MEGABYTES);

      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      List<Double> starts = new ArrayList<>();
      int handles = 0;
      long heap = 0;
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        loaders.add(loader(plugin));
        plugin.stop();
        assertNothingRuns(left, data);
        handles = handles == 0 ? Left.handles() : handles;
        heap = cycle == CYCLES / 4 ? Left.usedHeap() : heap;
        felix.update(plugin);
        starts.add(start(plugin, school));
        school.open();
      }
      plugin.stop();
      assertNothingRuns(left, data);
      Figures.report("threads-left", left.threadsSince().size(), 0);
      Figures.report("handles-more", Left.handles() - handles, MOST_HANDLES);
      assertThat(Left.handles() - handles).isLessThanOrEqualTo(MOST_HANDLES);
      Figures.report(
          "plugin-start-ms", starts.stream().sorted().toList().get(CYCLES / 2), START_GOAL_MILLIS);
      assertLoadersGo(loaders);
      assertHeapStays(heap);
      assertDataStays(felix, plugin, school, data);
    }
  }

  private static void assertHeapStays(long before) {
    double growth = 100.0 * (Left.usedHeap() - before) / before;
    Figures.report("heap-grown-percent", growth, MOST_GROWTH);
    assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
  }

  private void assertDataStays(InnerFelix felix, Bundle plugin, SmallestSchool school, Path data)
      throws IOException, BundleException {
    start(plugin, school);
    long said = saysWhere(data);
    plugin.uninstall();
    felix.refresh();
    assertThat(saysWhere(data)).as("one line of the log").isEqualTo(said + 1);
    start(felix.install(), school);

    assertThat(school.open().dossier().entries("Signal")).hasSize(1);
    school.recordsASignal();
  }

  private long saysWhere(Path data) throws IOException {
    // JSON may write a slash with a backslash before it, and the log does.
    String line = ("\"stopped; what was recorded stays in " + data + '"').replace("/", "\\/");
    try (Stream<String> lines = Files.lines(folder.resolve("log/meldcode.log"))) {
      return lines.filter(each -> each.contains(line)).count();
    }
  }

  /** What is stopped runs no more; Java's HTTP client ends its thread once it is found unused. */
  private static void assertNothingRuns(Left left, Path data) {
    for (int i = 0; i < TURNS && !left.threadsSince().isEmpty(); i++) {
      Left.usedBytes();
      LockSupport.parkNanos(TURN.toNanos());
    }
    assertThat(left.threadsSince()).as("threads that still run").isEmpty();
    assertThat(Left.open(data)).as("files that are still open").isEmpty();
  }

  private static void assertLoadersGo(List<WeakReference<ClassLoader>> loaders) {
    Await.until(
        "an end of the class loaders",
        PATIENCE,
        () -> {
          System.gc();
          return alive(loaders) <= MOST_LOADERS;
        });
    Figures.report("class-loaders-left", (double) alive(loaders), MOST_LOADERS);
  }

  private static long alive(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static WeakReference<ClassLoader> loader(Bundle plugin) {
    return new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader());
  }

  /** Milliseconds until it offers its tabs. */
  private static double start(Bundle plugin, SmallestSchool school) throws BundleException {
    long begin = System.nanoTime();
    plugin.start();
    double millis = (System.nanoTime() - begin) / 1e6;
    assertThat(school.isOffered()).as("the tabs, once the start is over").isTrue();
    return millis;
  }
}
