package nl.meldcode.bench.peers;

import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.bench.peers.SameCase.Times;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.sql.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same case in our store and in a case engine, by turns, in the same durable PostgreSQL: to
 * record an entry, and to ask what is missing. Ours also reads, seals and chains it, and holds
 * itself against what other nodes may have added; theirs also keeps a history that can be queried.
 * Neither has web, access or people around it. What a server that syncs costs, both pay: it is most
 * of our recording, which is why that can never be the fifteenth part that was wished for.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgainstFlowableTest {
  private static final double RECORD_GOAL = 1 / 15.0;
  private static final double MISSING_GOAL = 1 / 4.0;
  private static final double CPU_GOAL = 1 / 20.0;
  private static final int WARM_UP = 40;
  private static final int CASES = 24;

  private OpenStore store;
  private Plugin ours;
  private Flowable theirs;

  @BeforeAll
  void open(@TempDir Path dir) {
    PostgresServer server = PostgresServer.empty();
    store = new OpenStore(dir, server.settings());
    ours = new Plugin(store.store().dossiers());
    theirs = new Flowable("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres");
  }

  @AfterAll
  void close() {
    theirs.close();
    store.close();
  }

  @Test
  @Order(1)
  void bothSayTheSameIsMissing() {
    Peer.Case our = ours.begin();
    Peer.Case their = theirs.begin();
    for (Kind kind : SameCase.kinds()) {
      assertThat(our.missing()).contains(kind.jsonName()).isEqualTo(their.missing());
      our.toRecord(kind.jsonName()).run();
      their.toRecord(kind.jsonName()).run();
    }
    assertThat(our.missing()).isEmpty();
    assertThat(their.missing()).isEmpty();
  }

  @Test
  @Order(2)
  void aCaseCostsAFractionOfAnEngines() throws ExecutionException, InterruptedException {
    runs(1, WARM_UP, Times.none(), Times.none());
    for (int threads : new int[] {1, 8}) {
      Times our = Times.none();
      Times their = Times.none();
      double cpu = runs(threads, CASES, our, their);
      double record = Times.middleMicros(our.recording()) / Times.middleMicros(their.recording());
      double missing = Times.middleMicros(our.asking()) / Times.middleMicros(their.asking());
      note("record, " + threads + " at once", Times.middleMicros(our.recording()), "us");
      note("what is missing, " + threads + " at once", Times.middleMicros(our.asking()), "us");
      figure("record-vs-flowable-" + threads, record, RECORD_GOAL);
      figure("missing-vs-flowable-" + threads, missing, MISSING_GOAL);
      figure("case-cpu-vs-flowable-" + threads, cpu, CPU_GOAL);
      assertThat(record).as("record, %d at once", threads).isLessThan(1);
    }
  }

  /** By turns; gives our processor time as a part of theirs, that of the server left out. */
  private double runs(int threads, int cases, Times our, Times their)
      throws ExecutionException, InterruptedException {
    long ourNanos = 0;
    long theirNanos = 0;
    ExecutorService all = Executors.newFixedThreadPool(threads);
    try {
      for (int i = 0; i < cases; i += threads) {
        long start = cpu();
        together(all, threads, ours, our);
        long middle = cpu();
        together(all, threads, theirs, their);
        ourNanos += middle - start;
        theirNanos += cpu() - middle;
      }
    } finally {
      all.shutdown();
    }
    note("processor time of a case", ourNanos / 1e6 / cases, "ms");
    return ourNanos / (double) theirNanos;
  }

  private static void together(ExecutorService all, int threads, Peer peer, Times times)
      throws ExecutionException, InterruptedException {
    List<Future<Times>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(all.submit(() -> SameCase.run(peer)));
    }
    for (Future<Times> one : running) {
      times.add(one.get());
    }
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
