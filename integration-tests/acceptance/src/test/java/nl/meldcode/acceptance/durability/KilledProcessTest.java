package nl.meldcode.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.Ledger;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/**
 * {@code kill -9} on the shipped distribution while several people record. It says nothing about
 * power loss: the operating system keeps what was written to it.
 */
@Tag("durability")
class KilledProcessTest {
  private static final int ROUNDS = Integer.getInteger("meldcode.kills", 50);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final List<String> PUPILS = List.of("lotte", "daan", "mila", "noor", "sam");
  private static final List<String> WRITERS = List.of("nora", "sem", "petra", "nora", "sem");

  private final Random random = new Random(SEED);
  private final Map<String, Tab> tabs = new HashMap<>();

  /** When a client takes it that a signal is recorded. */
  private enum Belief {
    /** After 201: the promise that the plugin makes. */
    ANSWERED,
    /** As soon as it was sent: what an answer before the commit would come down to. */
    SENT
  }

  /** Somebody who records, in a tab of their own. */
  private record Writer(String login, Tab tab) {}

  @Test
  @Covers({"R05"})
  void nothingAcknowledgedIsLostOrDoubled(TestInfo info, TestReporter reporter) {
    Map<String, Ledger> ledgers = new HashMap<>();
    try (StartedSchool school = StartedSchool.now()) {
      for (int round = 0; round < ROUNDS; round++) {
        String pupil = PUPILS.get(round % PUPILS.size());
        Ledger ledger = ledgers.computeIfAbsent(pupil, p -> new Ledger());
        recordUntilKilled(school, pupil, ledger, Belief.ANSWERED);
        school.start();
        Tab reader = awake(tab(school, "petra", pupil));
        ledger.assertKept(reader);
        ledger.uncertain().forEach((key, login) -> send(tab(school, login, pupil), key, ledger));
        ledger.assertKept(reader);
        ledger.assertNothingElse(reader);
      }
      ledgers.forEach((pupil, ledger) -> ledger.assertKept(tab(school, "petra", pupil)));
    } catch (AssertionError e) {
      throw new AssertionError("seed " + SEED + ": " + e.getMessage(), e);
    }
    int kept = ledgers.values().stream().mapToInt(Ledger::size).sum();
    reporter.publishEntry(info.getDisplayName(), ROUNDS + " kills, " + kept + " signals kept");
    assertThat(kept).as("signals that were acknowledged").isGreaterThan(10 * ROUNDS);
  }

  /** The check itself on trial: acknowledging before the commit must be found out. */
  @Test
  @Covers({"R05"})
  void acknowledgingBeforeTheCommitWouldBeFoundOut() {
    try (StartedSchool school = StartedSchool.now()) {
      assertThatThrownBy(
              () -> {
                for (int round = 0; round < 10; round++) {
                  Ledger ledger = new Ledger();
                  String pupil = PUPILS.get(round % PUPILS.size());
                  recordUntilKilled(school, pupil, ledger, Belief.SENT);
                  school.start();
                  ledger.assertKept(awake(tab(school, "petra", pupil)));
                }
              })
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("the dossier has []");
    }
  }

  /** A host that has just begun may be slow to say who is who, which is no loss of what is kept. */
  private static Tab awake(Tab reader) {
    Await.until(
        "the host",
        Duration.ofSeconds(60),
        () -> reader.call("GET", "/dossier").send().status() == 200);
    return reader;
  }

  private void recordUntilKilled(StartedSchool school, String pupil, Ledger ledger, Belief belief) {
    List<Writer> open = new ArrayList<>();
    WRITERS.forEach(login -> open.add(new Writer(login, tab(school, login, pupil))));
    AtomicBoolean going = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(open.size());
    int before = ledger.size();
    open.forEach(writer -> threads.execute(() -> keepRecording(writer, ledger, belief, going)));
    int enough = before + 20 + random.nextInt(80);
    Await.until("signals to lose", Duration.ofSeconds(60), () -> ledger.size() > enough);
    school.kill();
    going.set(false);
    finish(threads);
  }

  private static void keepRecording(
      Writer writer, Ledger ledger, Belief belief, AtomicBoolean going) {
    try {
      while (going.get()) {
        UUID key = UUID.randomUUID();
        ledger.sent(key, writer.login());
        if (belief == Belief.SENT) {
          ledger.acknowledge(key, Ledger.NO_ID);
        }
        send(writer.tab(), key, ledger);
      }
    } catch (UncheckedIOException e) {
      // The server was killed: what was under way stays uncertain.
      going.set(false);
    }
  }

  private static void send(Tab tab, UUID key, Ledger ledger) {
    Answer answer = tab.unread(key, Forms.signal(LocalDate.of(2026, 1, 5), key.toString())).send();
    ledger.acknowledge(key, answer.expect(201).json().path("id").asText());
  }

  /** Sessions outlive the process, so a tab is opened once. */
  private Tab tab(StartedSchool school, String login, String pupil) {
    return tabs.computeIfAbsent(login + " " + pupil, name -> school.tab(login, pupil));
  }

  private static void finish(ExecutorService threads) {
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while clients end", e);
    }
  }
}
