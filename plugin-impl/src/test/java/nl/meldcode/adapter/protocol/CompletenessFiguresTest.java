package nl.meldcode.adapter.protocol;

import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.figureAtLeast;
import static nl.meldcode.bench.Figures.median;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it costs to find what is missing in a dossier of 25 entries by a protocol that is data,
 * against the same rules written out by hand. Measured by turns within one run.
 */
@Tag("bench")
class CompletenessFiguresTest {
  private static final double GOAL = 0.4;
  private static final double BYTES_GOAL = 2048;
  private static final int ROUNDS = 60;
  private static final int WARM_UP = 300;
  private static final int PER_ROUND = 400;
  private static final Path FOLDER = Path.of("src/test/resources/protocols");
  private static final Path FULL = FOLDER.resolve("scope-2013/1.0.0/e3-13-confirmed.case.json");

  private final Protocol protocol =
      new ShippedProtocols(Map.of(), ProtocolId.of("scope-2013@1.0.0"))
          .byId(ProtocolId.of("scope-2013@1.0.0"));

  @Test
  void dataCostsLittleMoreThanRulesByHand() throws IOException {
    sameInEveryCase();
    GoldenCase full = GoldenCase.read(FULL);
    assertThat(full.facts().dossier().entries()).hasSize(25);
    Facts known = full.facts();
    LocalDate bornOn = LocalDate.of(2018, 5, 1);
    Supplier<List<Finding>> ours =
        () -> {
          Facts facts =
              new Facts(known.dossier(), known.family(), known.calendar(), bornOn, Set.of());
          return protocol.assess(facts, full.today()).findings();
        };
    Supplier<List<Finding>> byHand = () -> HandTable.findings(full.facts(), full.today());

    double ratio = compare(ours, byHand);

    figureAtLeast("completeness-vs-rules-by-hand", ratio, GOAL);
    figure("completeness-bytes", bytes(ours), BYTES_GOAL);
    note("rules by hand", bytes(byHand), "bytes");
    assertThat(ratio).isGreaterThanOrEqualTo(GOAL);
  }

  private void sameInEveryCase() throws IOException {
    List<Path> cases =
        GoldenCasesTest.cases().filter(file -> file.startsWith("scope-2013")).toList();
    assertThat(cases).hasSizeGreaterThan(100);
    for (Path file : cases) {
      GoldenCase golden = GoldenCase.read(FOLDER.resolve(file));
      assertThat(HandTable.findings(golden.facts(), golden.today()))
          .as(file.toString())
          .isEqualTo(protocol.assess(golden.facts(), golden.today()).findings());
    }
  }

  /** How fast the first is, the second being one: the median over rounds. */
  private static double compare(Supplier<?> first, Supplier<?> second) {
    double[] ratios = new double[ROUNDS];
    double[] micros = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      boolean swapped = round % 2 == 0;
      double one = time(swapped ? second : first);
      double two = time(swapped ? first : second);
      if (round >= 0) {
        ratios[round] = swapped ? one / two : two / one;
        micros[round] = swapped ? two : one;
      }
    }
    note("completeness of 25 entries, median of rounds", median(micros), "us");
    return median(ratios);
  }

  private static double time(Supplier<?> work) {
    long start = System.nanoTime();
    for (int i = 0; i < PER_ROUND; i++) {
      if (work.get() == null) {
        throw new IllegalStateException("nothing came of it");
      }
    }
    return (System.nanoTime() - start) / 1_000.0 / PER_ROUND;
  }

  private static double bytes(Supplier<?> work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    time(work);
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) PER_ROUND;
  }
}
