package nl.meldcode.acceptance.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ledger;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;

/**
 * Eight people who record at two nodes, and as the pages do send again under the same key what was
 * refused for now.
 */
final class Writers implements AutoCloseable {
  private static final List<String> PUPILS = List.of("daan", "mila", "noor", "sam");
  private static final List<String> LOGINS = List.of("nora", "petra", "nora", "petra");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final TwoNodes school;
  private final Map<String, Tab> tabs = new ConcurrentHashMap<>();
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();
  private final AtomicLong faultAt = new AtomicLong();
  private final AtomicLong writtenAt = new AtomicLong();
  private final AtomicBoolean going = new AtomicBoolean();
  private ExecutorService threads = Executors.newCachedThreadPool(this::person);

  Writers(TwoNodes school) {
    this.school = school;
  }

  /** Lets them begin, and waits until they got on with it. */
  void begin() {
    threads = Executors.newCachedThreadPool(this::person);
    going.set(true);
    for (int i = 0; i < PUPILS.size(); i++) {
      String login = LOGINS.get(i);
      String pupil = PUPILS.get(i);
      Tab tab = tabs.computeIfAbsent(pupil, it -> school.first().tab(login, it));
      Ledger ledger = ledgers.computeIfAbsent(pupil, it -> new Ledger());
      for (Tab one : List.of(tab, school.atSecond(tab))) {
        threads.execute(() -> work(login, one, ledger));
      }
    }
    int enough = acknowledged() + 4 * 2 * PUPILS.size();
    Await.until("work", PATIENCE, () -> acknowledged() > enough || !wrong.isEmpty());
  }

  /** How many signals were acknowledged. */
  int acknowledged() {
    return ledgers.values().stream().mapToInt(Ledger::size).sum();
  }

  /**
   * How long nothing could be recorded.
   *
   * @param fault after it what is acknowledged was sent to what is left
   */
  Duration awayWith(Runnable fault) {
    writtenAt.set(0);
    faultAt.set(Long.MAX_VALUE);
    long begin = System.nanoTime();
    fault.run();
    faultAt.set(System.nanoTime());
    Await.until("writing again", PATIENCE, () -> writtenAt.get() != 0 || !wrong.isEmpty());
    return Duration.ofNanos(writtenAt.get() - begin);
  }

  /** Lets them finish what they began, and gives what was wrong with an answer, if anything. */
  Map<String, String> end() {
    going.set(false);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        wrong.put("end", "somebody does not come to an end: " + answers);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.copyOf(wrong);
  }

  /** Checks that both nodes have what was acknowledged, once, and nothing else. */
  void assertKept() {
    ledgers.forEach(
        (pupil, ledger) -> {
          Tab tab = school.first().tab("petra", pupil);
          for (Tab one : List.of(tab, school.atSecond(tab))) {
            ledger.assertKept(one);
            ledger.assertNothingElse(one);
          }
        });
  }

  /** What was answered, and how often. */
  Map<String, AtomicInteger> answers() {
    return answers;
  }

  /** Whose work ends early is told of with what was wrong. */
  private Thread person(Runnable work) {
    Thread person = new Thread(work);
    person.setUncaughtExceptionHandler((who, why) -> wrong.putIfAbsent("work", why.toString()));
    return person;
  }

  private void work(String login, Tab tab, Ledger ledger) {
    while (going.get()) {
      UUID key = UUID.randomUUID();
      ledger.sent(key, login);
      untilRecorded(tab, key, ledger);
      pause();
    }
  }

  private void untilRecorded(Tab tab, UUID key, Ledger ledger) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (wrong.isEmpty()) {
      long sent = System.nanoTime();
      Answer answer = tab.unread(key, Forms.signal(TwoNodes.today(), key.toString())).send();
      if (answer.status() == 201) {
        ledger.acknowledge(key, answer.json().path("id").asText());
        note("record", answer);
        if (sent > faultAt.get()) {
          writtenAt.compareAndSet(0, System.nanoTime());
        }
        return;
      }
      judge("record", answer);
      judge("look", tab.call("GET", "/dossier").send());
      if (System.nanoTime() > end) {
        wrong.put("record", "not recorded: " + answer);
      }
      pause();
    }
  }

  /** Who cannot be served is told so in plain words, and when to come back. */
  private void judge(String what, Answer answer) {
    note(what, answer);
    boolean later =
        answer.status() == 503
            && answer.header("Retry-After").isPresent()
            && Stream.of("Bewaren of lezen lukt nu niet", "Probeer het")
                .anyMatch(answer.text()::contains);
    if (!later && answer.status() != 200) {
      wrong.put(what, answer.toString());
    }
  }

  private void note(String what, Answer answer) {
    answers
        .computeIfAbsent(what + " " + answer.status(), first -> new AtomicInteger())
        .incrementAndGet();
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  @Override
  public void close() {
    going.set(false);
    threads.shutdownNow();
  }
}
