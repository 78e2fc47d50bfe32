package nl.meldcode.acceptance.durability;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Call;
import nl.meldcode.acceptance.kit.Ledger;
import nl.meldcode.acceptance.kit.Photos;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/**
 * The plugin is replaced, stopped and started while people record, look, send files and print.
 * {@code -Dmeldcode.updates=200} takes longer.
 */
@Tag("framework")
class UpdateUnderLoadTest {
  private static final int UPDATES = Integer.getInteger("meldcode.updates", 2);
  private static final List<String> PEOPLE = List.of("nora", "petra", "sem", "nora");
  private static final Duration PAUSE = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** In a pool there are a few more or less at any moment. */
  private static final int MORE_THREADS = 10;

  private final Ledger ledger = new Ledger();
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();
  private final AtomicBoolean going = new AtomicBoolean(true);

  @Test
  @Covers({"R12", "R10"})
  void everyoneIsAnsweredOrAskedToComeBackAndNothingIsLostOrDoubled(
      TestInfo info, TestReporter reporter) throws IOException {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0))) {
      String report = new Lotte(school).untilReport().id();
      ExecutorService people = Executors.newFixedThreadPool(PEOPLE.size());
      for (String login : PEOPLE) {
        Tab printing = school.tab(login, "lotte");
        Tab recording = school.tab(login, "mila");
        people.execute(() -> work(login, recording, printing, report));
      }
      int threads = 0;
      for (int update = 0; update < UPDATES; update++) {
        busy();
        threads = update == 1 ? threads(school) : threads;
        replace(school, update);
      }
      busy();
      finish(people);

      assertThat(wrong).as("answers, of %s", answers).isEmpty();
      Tab reader = school.tab("petra", "mila");
      ledger.assertKept(reader);
      ledger.assertNothingElse(reader);
      assertThat(answers.keySet()).contains("record 201", "look 200", "send 201", "print 200");
      assertThat(threads(school)).isLessThan(threads + MORE_THREADS);
    }
    reporter.publishEntry(
        info.getDisplayName(), UPDATES + " updates, " + new TreeMap<>(answers).toString());
  }

  /** Alternately as by a new version, and by hand. */
  private static void replace(StartedSchool school, int update) {
    if (update % 2 == 0) {
      school.bundle("nl.meldcode", "update");
    } else {
      school.bundle("nl.meldcode", "stop");
      school.bundle("nl.meldcode", "start");
    }
  }

  /** Waits until people have got on with their work. */
  private void busy() {
    int enough = ledger.size() + 2 * PEOPLE.size();
    Await.until("work", PATIENCE, () -> ledger.size() > enough || !wrong.isEmpty());
  }

  private void work(String login, Tab recording, Tab printing, String report) {
    byte[] photo = Photos.sheet("jpeg");
    String print = "/entries/" + report + "/document";
    // Ends in the middle of nothing: what was begun is finished first.
    while (going.get()) {
      UUID key = UUID.randomUUID();
      ledger.sent(key, login);
      String id =
          untilDone("record", 201, recording.unread(key, Forms.signal(february(2), key + "")))
              .json()
              .path("id")
              .asText();
      ledger.acknowledge(key, id);
      untilDone("look", 200, recording.call("GET", "/dossier"));
      if (ledger.size() % 5 == 0) {
        untilDone(
            "send",
            201,
            printing.call("POST", "/attachments").bytes("application/octet-stream", photo));
        untilDone("print", 200, printing.call("GET", print));
      }
    }
  }

  /** As the pages do: who is asked to come back does, with the same key. */
  private Answer untilDone(String what, int status, Call call) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long begin = System.nanoTime();
      Answer answer = call.send();
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      boolean away = answer.status() == 404 && answer.header("API-Version").isEmpty();
      boolean later = answer.status() == 503 && answer.header("Retry-After").isPresent();
      String name = what + " " + answer.status();
      answers.computeIfAbsent(name, first -> new AtomicInteger()).incrementAndGet();
      if (took.toSeconds() >= 10 || !(away || later || answer.status() == status)) {
        wrong.put(name + " after " + took.toMillis() + " ms", answer.toString());
      }
      if (answer.status() == status) {
        return answer;
      }
      if (System.nanoTime() > end || !wrong.isEmpty()) {
        going.set(false);
        throw new AssertionError(what + ": " + answer);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void finish(ExecutorService people) {
    going.set(false);
    people.shutdown();
    try {
      assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while people end", e);
    }
  }

  private static int threads(StartedSchool school) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + school.pid() + "/status")).stream()
        .filter(line -> line.startsWith("Threads:"))
        .mapToInt(line -> Integer.parseInt(line.substring("Threads:".length()).strip()))
        .sum();
  }
}
