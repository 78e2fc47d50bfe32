package nl.meldcode.acceptance.bench;

import static nl.meldcode.acceptance.bench.ProcessFigures.Of.ALL_BUT_COMPILER;
import static nl.meldcode.acceptance.bench.ProcessFigures.Of.COMPILER;
import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.meldcode.acceptance.kit.AtOnce;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Prints figures. Only ratios within one run are judged; what depends on the machine is reported.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
  private static final int ROUNDS = 41;
  private static final int IN_A_ROUND = 800;
  private static final int REQUESTS = 4000;

  /**
   * A staff room. Those who wait for the access log share a sync: with fewer at once each carries
   * more of it (8: about 3.0 pings).
   */
  private static final int CLIENTS = 24;

  private static final int MOST_TURNS = 60;

  /** Time of the compiler in one turn below which it is taken to be done. */
  private static final long QUIET_NANOS = 200_000_000;

  /** The same in one round: while code is compiled anew, it is interpreted. */
  private static final long AT_REST_NANOS = 10_000_000;

  private static final double RATIO_GOAL = 3.0;
  private static final double DOCUMENT_GOAL = 2.0;
  private static final int START_GOAL_MILLIS = 4000;
  private static final int MEMORY_GOAL_MEGABYTES = 300;

  private StartedSchool school;
  private Tab nora;

  @BeforeAll
  void start() {
    school = StartedSchool.at(february(2), LocalTime.of(9, 0));
    Lotte lotte = new Lotte(school);
    assertThat(lotte.untilReview().entries("Signal")).hasSize(3);
    nora = lotte.now("nora");
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  void theOverviewCostsNoMoreThanThreeTimesTheSmallestResource() {
    List<Double> ratios =
        ratios("overview", () -> nora.call("GET", "/dossier"), "ping", this::ping);
    Figures.report("overview-cpu-ratio-lowest", Collections.min(ratios), Double.NaN);
    Figures.report("overview-cpu-ratio-highest", Collections.max(ratios), Double.NaN);
    double ratio = median(ratios);
    Figures.report("overview-cpu-ratio", ratio, RATIO_GOAL);
    assertThat(ratio).as("server CPU of the overview, in pings").isLessThanOrEqualTo(RATIO_GOAL);
  }

  /** What is asked most: nearly no pupil has a dossier. */
  @Test
  void aPupilWithoutDossierIsReported() {
    Tab none = school.tab("nora", "lieke");
    assertThat(none.dossier().entries("Signal")).isEmpty();
    List<Double> ratios =
        ratios("no-dossier", () -> none.call("GET", "/dossier"), "ping", this::ping);
    Figures.report("no-dossier-cpu-ratio", median(ratios), RATIO_GOAL);
  }

  /** Against Jersey and Jackson that write the same tree again and know it already. */
  @Test
  void aDossierOfTwentyKilobytesIsReported() {
    Tab tab = school.tab("nora", "daan");
    while (tab.call("GET", "/dossier").send().bytes().length < 20_000) {
      tab.record(Forms.signal(february(2), "Zei dat het thuis niet fijn was. ".repeat(40)));
    }
    Call.of("PUT", equipment("document"))
        .json(tab.call("GET", "/dossier").send().text())
        .send()
        .expect(204);
    List<Double> ratios =
        ratios(
            "dossier-of-20-kb",
            () -> tab.call("GET", "/dossier"),
            "document",
            () -> Call.get(equipment("document")));
    Figures.report("dossier-of-20-kb-cpu-ratio", median(ratios), DOCUMENT_GOAL);
  }

  @Test
  void startAndMemoryAreReported() {
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      school.stop();
      long begin = System.nanoTime();
      school.start();
      starts.add((System.nanoTime() - begin) / 1_000_000);
    }
    run(() -> nora.call("GET", "/dossier"), REQUESTS);
    long resident = ProcessFigures.residentMegabytes(school.pid());
    Figures.report("start-to-first-answer-ms", median(starts), START_GOAL_MILLIS);
    Figures.report("resident-mb", (double) resident, MEMORY_GOAL_MEGABYTES);
    assertThat(resident).isPositive();
  }

  private URI equipment(String path) {
    return URI.create(school.site().pluginOrigin() + "/test-equipment/" + path);
  }

  private Call ping() {
    return Call.get(equipment("ping"));
  }

  /** The cost of one in costs of the other, of each round in which nothing was compiled anew. */
  private List<Double> ratios(
      String name, Supplier<Call> call, String yardstick, Supplier<Call> least) {
    warmUp(least, call);
    List<Double> ratios = new ArrayList<>();
    List<Long> yardsticks = new ArrayList<>();
    List<Long> calls = new ArrayList<>();
    for (int turn = 0; ratios.size() < ROUNDS && turn < 4 * ROUNDS; turn++) {
      Map<String, Long> compiler = ProcessFigures.cpuNanos(school.pid(), COMPILER);
      long one = nanos(least);
      long other = nanos(call);
      if (ProcessFigures.cpuNanosSince(compiler, school.pid(), COMPILER) < AT_REST_NANOS) {
        yardsticks.add(one);
        calls.add(other);
        ratios.add(other / (double) one);
      }
    }
    assertThat(ratios).as("rounds in which nothing was compiled anew").hasSize(ROUNDS);
    Figures.report(yardstick + "-cpu-us-per-request", micros(yardsticks), Double.NaN);
    Figures.report(name + "-cpu-us-per-request", micros(calls), Double.NaN);
    return ratios;
  }

  /**
   * Until the compiler has next to nothing left to do: code that is interpreted costs several times
   * as much.
   */
  private void warmUp(Supplier<Call> first, Supplier<Call> second) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Map<String, Long> before = ProcessFigures.cpuNanos(school.pid(), COMPILER);
      run(first, REQUESTS);
      run(second, REQUESTS);
      long used = ProcessFigures.cpuNanosSince(before, school.pid(), COMPILER);
      if (used < QUIET_NANOS) {
        return;
      }
    }
  }

  private long nanos(Supplier<Call> call) {
    Map<String, Long> before = ProcessFigures.cpuNanos(school.pid(), ALL_BUT_COMPILER);
    run(call, IN_A_ROUND);
    return ProcessFigures.cpuNanosSince(before, school.pid(), ALL_BUT_COMPILER);
  }

  /** As many requests, from all clients together. */
  private static void run(Supplier<Call> call, int times) {
    AtOnce.of(
        CLIENTS,
        client -> {
          for (int i = client; i < times; i += CLIENTS) {
            assertThat(call.get().status()).isEqualTo(200);
          }
          return client;
        });
  }

  private static double micros(List<Long> nanos) {
    return median(nanos) / 1000 / IN_A_ROUND;
  }

  private static <T extends Number & Comparable<T>> double median(List<T> values) {
    return values.stream().sorted().toList().get(values.size() / 2).doubleValue();
  }
}
