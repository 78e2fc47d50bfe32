package nl.meldcode.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.StartCommand;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.load.OpenLoad.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The staff of a whole board at work at once, for a while, and then four times as many for a short
 * one. By itself a few schools for some seconds, where only what may never happen is judged; {@code
 * integration-tests/run load} judges the times too, of sixty schools for twenty minutes.
 */
@Tag("framework")
class BoardsDayTest {
  private static final boolean JUDGES_TIMES = Boolean.getBoolean("meldcode.load");
  private static final int SCHOOLS = Integer.getInteger("meldcode.load.schools", 3);
  private static final int DOSSIERS = Integer.getInteger("meldcode.load.dossiers", 32);
  private static final Duration WHILE = time("meldcode.load.minutes", 60, 4);
  private static final Duration BURST = time("meldcode.load.burst", 1, 2);
  private static final Duration AFTER = time("meldcode.load.after", 1, 2);
  private static final int RATE = Integer.getInteger("meldcode.load.rate", 50);
  private static final int BURST_RATE = Integer.getInteger("meldcode.load.burst.rate", 200);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final double P95_GOAL = 300;
  private static final double P99_GOAL = 1000;

  /** What is as it was, give or take what chance does. */
  private static final double AS_BEFORE = 1.5;

  private static Duration time(String property, int unit, int otherwise) {
    String given = System.getProperty(property);
    return given == null
        ? Duration.ofSeconds(otherwise)
        : Duration.ofMillis(Math.round(Double.parseDouble(given) * unit * 1000));
  }

  @Test
  @Covers("R15")
  void aWholeBoardIsAnsweredAndNothingThatWasAcknowledgedIsLost() {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    try (StartedSchool school = StartedSchool.ofBoard(SCHOOLS)) {
      Board board = new Board(school, client);
      long begun = System.nanoTime();
      board.fill(SCHOOLS, DOSSIERS);
      Map<UUID, List<String>> before = board.signals();
      note("recorded and read back at first", (System.nanoTime() - begun) / 1e9, "s");
      BoardWork work = new BoardWork(board, SEED);
      OpenLoad load = new OpenLoad(client);

      Outcome steady = measured("load", school, () -> load.run(RATE, WHILE, work::next));
      Outcome burst = measured("burst", school, () -> load.run(BURST_RATE, BURST, work::next));
      Outcome after = measured("after", school, () -> load.run(RATE, AFTER, work::next));

      int lost = lost(board, work, before);
      Figures.report("load-lost", lost, 0);
      judge(steady, burst, after);
      assertThat(lost).as("of %d that were acknowledged", work.recorded().size()).isZero();
      assertChained(school);
    }
  }

  private static void judge(Outcome steady, Outcome burst, Outcome after) {
    Figures.report("load-p95-ms", steady.percentile(95), P95_GOAL);
    Figures.report("load-p99-ms", steady.percentile(99), P99_GOAL);
    Figures.report("load-refused", steady.refused(), 0);
    Figures.report("load-errors", count(steady) + count(after), 0);
    Figures.report("burst-errors", count(burst), 0);
    Figures.report("burst-p95-ms", burst.percentile(95), P99_GOAL);
    Figures.report("burst-refused", burst.refused(), Double.NaN);
    Figures.report("after-burst-p95-ms", after.percentile(95), P95_GOAL);
    assertThat(steady.errors()).as("seed " + SEED).isEmpty();
    assertThat(burst.errors()).as("seed " + SEED).isEmpty();
    assertThat(after.errors()).as("seed " + SEED).isEmpty();
    assertThat(steady.answered()).isPositive();
    if (JUDGES_TIMES) {
      assertThat(steady.refused()).as("told to come back below the limit").isZero();
      assertThat(steady.percentile(95)).isLessThanOrEqualTo(P95_GOAL);
      assertThat(steady.percentile(99)).isLessThanOrEqualTo(P99_GOAL);
      assertThat(burst.percentile(95)).as("of who is let in").isLessThanOrEqualTo(P99_GOAL);
      assertThat(burst.answered() / (double) BURST.toSeconds())
          .as("answers a second while more come")
          .isGreaterThan(RATE);
      assertThat(after.percentile(95))
          .as("as it was before")
          .isLessThanOrEqualTo(Math.max(P95_GOAL, AS_BEFORE * steady.percentile(95)));
    }
  }

  private static int count(Outcome outcome) {
    return outcome.errors().values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** With what server and client had of the processors meanwhile. */
  private static Outcome measured(String name, StartedSchool school, Supplier<Outcome> load) {
    ProcessHandle server = ProcessHandle.of(school.pid()).orElseThrow();
    long begun = System.nanoTime();
    Duration servers = cpu(server);
    Duration clients = cpu(ProcessHandle.current());
    Outcome outcome = load.get();
    double took = System.nanoTime() - begun;
    note("server during " + name, cpu(server).minus(servers).toNanos() / took, "processors");
    Duration own = cpu(ProcessHandle.current()).minus(clients);
    note("client during " + name, own.toNanos() / took, "processors");
    say(
        "%s: %d answered, %d refused; p95 of %s",
        name, outcome.answered(), outcome.refused(), outcome.byKind(95));
    outcome.errors().forEach((what, times) -> say("%s: %s times %s", name, times, what));
    return outcome;
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Each exactly once and as the entry that was named; and nothing that was refused. */
  private static int lost(Board board, BoardWork work, Map<UUID, List<String>> before) {
    Map<UUID, List<String>> now = board.signals();
    long lost =
        work.recorded().entrySet().stream()
            .filter(one -> !List.of(one.getValue()).equals(now.get(one.getKey())))
            .count();
    assertThat(now).hasSize(before.size() + work.recorded().size());
    return Math.toIntExact(lost);
  }

  private static void assertChained(StartedSchool school) {
    school.stop();
    StartCommand verify = new StartCommand(List.of("bundle/verify", school.data().toString()));
    assertThat(verify.exitCode()).as(verify.output()).isZero();
  }

  private static void note(String what, double value, String unit) {
    say("%s: %.2f %s", what, value, unit);
  }

  private static void say(String form, Object... values) {
    PrintStream out = Objects.requireNonNull(System.out);
    out.println(String.format(Locale.ROOT, form, values));
  }
}
