package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.meldcode.Covers;
import nl.meldcode.Histories;
import nl.meldcode.adapter.http.HostHttp;
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
import nl.meldcode.application.port.InMemoryAttachments;
import nl.meldcode.application.port.InMemoryDeliveries;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each message has one effect, whatever the host does with it in between. */
class OneEffectTest {
  private static final int HISTORIES = 3;
  private static final int STEPS = 60;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final List<Behaviour> MISHAPS =
      List.of(
          Behaviour.NONE,
          Behaviour.STORES_AND_FAILS,
          Behaviour.DOUBLES,
          Behaviour.PRECONDITIONS_IGNORED,
          Behaviour.STALE_AS_409,
          Behaviour.CUT_HALFWAY,
          Behaviour.LOGIN_PAGE,
          Behaviour.TOKEN_FAILS);
  private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);

  @TempDir private Path folder;

  @Test
  @Covers({"R10", "S3.6"})
  void eachReportAndEachAnswerStandsOnceAndInOrder() throws Exception {
    Histories.each(
        HISTORIES,
        random -> {
          try (History history = new History(random, folder)) {
            history.run();
            history.settle();
            history.check();
          }
        });
  }

  /** Some dossiers that grow while the relay brings them to a host with mishaps. */
  private static final class History implements AutoCloseable {
    private final RandomGenerator random;
    private final TestClock clock = new TestClock();
    private final HostHttp http = new HostHttp(Duration.ofMillis(1), Duration.ofSeconds(5));
    private final InMemoryDossiers dossiers = new InMemoryDossiers();
    private final InMemoryAttachments attachments = new InMemoryAttachments();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(dossiers);
    private final MisbehavingHost host;
    private final RelayToHost relay;
    private final List<Talks> talks = new ArrayList<>();
    private final List<UUID> reports = new ArrayList<>();
    private final List<List<String>> effects = new ArrayList<>();

    History(RandomGenerator random, Path folder) throws IOException {
      this.random = random;
      host = new MisbehavingHost(HostRoster.of(6, 1));
      HttpHostRecord record = new HttpHostRecord(host.client(http, folder, clock));
      HostDelivery delivery =
          new HostDelivery(attachments, record, () -> new HostCapabilities(ALL));
      relay = new RelayToHost(deliveries, dossiers, delivery, clock, random);
      for (int i = 0; i < 6; i++) {
        DossierId dossier = new DossierId(UUID.randomUUID());
        PupilId pupil = new PupilId(HostRoster.child(i));
        talks.add(new Talks(dossiers, attachments, clock, SCHOOL, dossier, pupil));
        effects.add(new ArrayList<>());
      }
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        host.behaves(Histories.one(random, MISHAPS));
        if (random.nextInt(3) > 0) {
          grow(random.nextInt(talks.size()));
        }
        relay.run();
        clock.pass(Duration.ofSeconds(random.nextInt(2_000)));
      }
    }

    private void grow(int i) {
      EntryId report = talks.get(i).report(talks.get(i).talk());
      reports.add(HttpHostRecord.referenceOf(report));
      effects.get(i).add(HttpHostRecord.documentOf(report).toString());
      for (int answers = random.nextInt(3); answers > 0; answers--) {
        EntryId answer = talks.get(i).answer(report);
        effects.get(i).add(HostRecord.derived(answer, "answer").toString());
      }
    }

    /** The host gets well, and there is time enough. */
    void settle() {
      host.behaves(Behaviour.NONE);
      for (int i = 0; i < 5; i++) {
        clock.pass(Duration.ofMinutes(16));
        MisbehavingHostTest.pause(2);
        relay.run();
      }
    }

    void check() {
      for (Dossier dossier : dossiers.all()) {
        assertThat(deliveries.state(SCHOOL, dossier.id()).parked()).isNull();
        assertThat(deliveries.state(SCHOOL, dossier.id()).cursor()).isEqualTo(dossier.version());
      }
      assertThat(host.records.all())
          .extracting(one -> UUID.fromString(one.reference()))
          .as("each report once")
          .containsExactlyInAnyOrderElementsOf(reports);
      assertThat(host.records.all())
          .allSatisfy(
              one -> assertThat(one.documents()).hasSize(1).containsValue("%PDF " + one.pupil()));
      for (List<String> own : effects) {
        assertThat(host.records.order()).filteredOn(own::contains).isEqualTo(own);
      }
      assertThat(host.records.order()).hasSize(effects.stream().mapToInt(List::size).sum());
    }

    @Override
    public void close() {
      http.close();
      host.close();
    }
  }
}
