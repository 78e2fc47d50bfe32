package nl.meldcode.adapter.host;

import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.Talks;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The host is away for ten minutes while twenty effects a second are recorded in the real store;
 * those minutes pass on the clock alone. From its return on, the clock runs as clocks do. An open
 * circuit is tried again after a second here, after thirty outside: add those to the figure.
 */
@Tag("bench")
class HostAwayTest {
  private static final int EFFECTS = 12_000;
  private static final int PER_SECOND = 20;
  private static final int DOSSIERS = 200;
  private static final int ANSWERS = 5;
  private static final double GOAL_SECONDS = 120;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final HostHttp http = new HostHttp(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private final List<Talks> talks = new ArrayList<>();
  private final List<EntryId> meetings = new ArrayList<>();
  private final Map<Integer, EntryId> reports = new HashMap<>();
  private final List<List<String>> effects = new ArrayList<>();
  private MisbehavingHost host;
  private OpenStore store;
  private RelayToHost relay;

  @BeforeEach
  void begin() throws Exception {
    host = new MisbehavingHost(HostRoster.of(DOSSIERS, 1));
    store = new OpenStore(folder);
    HttpHostRecord record = new HttpHostRecord(host.client(http, folder.resolve("keys"), clock));
    relay =
        new RelayToHost(
            store.store().deliveries(),
            store.store().dossiers(),
            new HostDelivery(store.store().attachments(), record, () -> new HostCapabilities(ALL)),
            clock,
            new Random(7));
    for (int i = 0; i < DOSSIERS; i++) {
      Talks one =
          new Talks(
              store.store().dossiers(),
              store.store().attachments(),
              clock,
              SCHOOL,
              new DossierId(UUID.randomUUID()),
              new PupilId(HostRoster.child(i)));
      talks.add(one);
      meetings.add(one.talk());
      effects.add(new ArrayList<>());
    }
  }

  @AfterEach
  void end() {
    http.close();
    store.close();
    host.close();
  }

  @Test
  @Covers({"R01", "R10", "S3.6"})
  void whatWasRecordedWhileTheHostWasAwayArrivesOnceInOrderAndSoon() {
    host.behaves(Behaviour.UNAVAILABLE);
    long begin = System.nanoTime();
    for (int i = 0; i < EFFECTS; i++) {
      write(i % DOSSIERS, i / DOSSIERS);
      clock.pass(Duration.ofMillis(1_000 / PER_SECOND));
      if (i % PER_SECOND == 0) {
        relay.run();
      }
    }
    note("recording " + EFFECTS + " effects", seconds(begin), "s");
    assertThat(host.records.all()).isEmpty();

    host.behaves(Behaviour.NONE);
    double seconds = catchUp();
    figure("caught-up-after-ten-minutes-away", seconds, GOAL_SECONDS);
    note("effects a second", EFFECTS / seconds, "/s");
    assertThat(seconds).isLessThan(GOAL_SECONDS);
    check();
  }

  /** A version of a report and some answers to it, over and over. */
  private void write(int i, int round) {
    Talks one = talks.get(i);
    if (round % (ANSWERS + 1) == 0) {
      EntryId report = one.report(meetings.get(i));
      reports.put(i, report);
      effects.get(i).add(HttpHostRecord.documentOf(report).toString());
    } else {
      EntryId report = reports.get(i);
      assertThat(report).isNotNull();
      effects.get(i).add(HostRecord.derived(one.answer(report), "answer").toString());
    }
  }

  /** How long it takes until nothing waits, or the time that it may take. */
  private double catchUp() {
    long begin = System.nanoTime();
    long before = begin;
    while (host.records.order().size() < EFFECTS && seconds(begin) < GOAL_SECONDS) {
      if (!relay.run()) {
        MisbehavingHostTest.pause(50);
      }
      long now = System.nanoTime();
      clock.pass(Duration.ofNanos(now - before));
      before = now;
    }
    return seconds(begin);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void check() {
    List<String> order = host.records.order();
    assertThat(order).hasSize(EFFECTS).doesNotHaveDuplicates();
    Map<String, Integer> places = new HashMap<>();
    order.forEach(id -> places.put(id, places.size()));
    for (List<String> own : effects) {
      assertThat(own).allMatch(places::containsKey);
      assertThat(own.stream().map(places::get).toList()).isSorted();
    }
    assertThat(host.records.all())
        .hasSize(EFFECTS / (ANSWERS + 1))
        .allMatch(one -> one.documents().containsValue("%PDF " + one.pupil()));
  }
}
