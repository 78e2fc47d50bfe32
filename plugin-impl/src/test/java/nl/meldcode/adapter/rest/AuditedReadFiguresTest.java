package nl.meldcode.adapter.rest;

import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.median;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.meldcode.adapter.audit.FileAccessLog;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.AccessLog.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of the processor's time for showing a dossier goes to the line in the access log that is on
 * disk before. The request is answered without a server around it, so that the share is smaller in
 * a real one; reported only.
 */
@Tag("bench")
class AuditedReadFiguresTest {
  private static final double GOAL = 0.15;
  private static final int ROUNDS = 31;
  private static final int WARM_UP = 40;
  private static final int IN_A_ROUND = 480;

  /** Those who wait for the log share a sync, as in a staff room. */
  private static final int READERS = 24;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @Test
  void theLineInTheAccessLogIsASmallPartOfARead(@TempDir Path dir) throws IOException {
    TestPlugin plugin = new TestPlugin();
    new OneDossier(plugin).untilSigned();
    RestDesk desk = new RestDesk(School.NORA, plugin);
    RestDesk.Route overview = new RestDesk.Route("GET", "v1/contexts/" + desk.context + "/dossier");
    Runnable read = () -> assertThat(desk.send(overview, desk.own(), "").status()).isEqualTo(200);
    read.run();
    List<Event> written = plugin.log.events();
    Event event = written.get(written.size() - 1);
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try (FileVault vault = FileVault.open(dir);
        FileAccessLog log = FileAccessLog.open(dir, vault, plugin.school.clock())) {
      double[] shares = new double[ROUNDS];
      double[] lines = new double[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        double line = micros(readers, () -> log.write(event));
        double whole = line + micros(readers, read);
        if (round >= 0) {
          lines[round] = line;
          shares[round] = line / whole;
        }
      }
      note("line in the access log, median of rounds", median(lines), "us of the processor");
      figure("audited-read-cpu-share-at-most", median(shares), GOAL);
    } finally {
      readers.shutdown();
    }
  }

  /** Processor time of this process for one, when all do it at once. */
  private static double micros(ExecutorService readers, Runnable work) {
    long before = SYSTEM.getProcessCpuTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < IN_A_ROUND / READERS; i++) {
                  work.run();
                }
              },
              readers));
    }
    all.forEach(CompletableFuture::join);
    return (SYSTEM.getProcessCpuTime() - before) / 1_000.0 / IN_A_ROUND;
  }
}
