package nl.meldcode.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.meldcode.Covers;
import nl.meldcode.Histories;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.Talks;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.application.record.Request;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No dossier is ever under a wrong pupil, whatever happens to pupils at the host. */
class RightPupilTest {
  private static final int HISTORIES = 4;
  private static final int STEPS = 150;
  private static final int CHILDREN = 8;
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);

  /** What may happen next. */
  private enum Step {
    MOVE,
    TRANSFER,
    MERGE,
    UNMERGE,
    GIVE_SURVIVOR,
    MIX_UP,
    OPEN,
    TALK,
    RELAY,
    LATER
  }

  @TempDir private Path folder;

  @Test
  @Covers({"R04", "P6"})
  void noDossierIsEverUnderAWrongPupil() throws Exception {
    Histories.each(
        HISTORIES,
        random -> {
          try (History history = new History(random, folder)) {
            for (int i = 0; i < STEPS; i++) {
              history.does(Histories.one(random, List.of(Step.values())));
              history.check();
            }
          }
        });
  }

  /** A host where pupils move about, and a plugin in which people go on working. */
  private static final class History implements AutoCloseable {
    private final RandomGenerator random;
    private final TestClock clock = new TestClock();
    private final HostHttp http = new HostHttp(Duration.ofMillis(1), Duration.ofSeconds(5));
    private final TestPlugin plugin = new TestPlugin();
    private final MisbehavingHost host;
    private final HttpRoster roster;
    private final RelayToHost relay;
    private final Map<DossierId, PupilId> begunUnder = new HashMap<>();

    History(RandomGenerator random, Path folder) throws IOException {
      this.random = random;
      host = new MisbehavingHost(HostRoster.of(CHILDREN, 1));
      HostClient client = host.client(http, folder, clock);
      roster = new HttpRoster(client, clock);
      HostDelivery delivery =
          new HostDelivery(
              plugin.attachments, new HttpHostRecord(client), () -> new HostCapabilities(ALL));
      relay = new RelayToHost(plugin.deliveries, plugin.dossiers, delivery, clock, random);
    }

    void does(Step step) {
      UUID id = HostRoster.child(random.nextInt(CHILDREN));
      UUID other = HostRoster.child(random.nextInt(CHILDREN));
      HostRoster.Child child = host.roster.all().get((int) (id.getLeastSignificantBits() & 7));
      switch (step) {
        case MOVE -> host.roster.put(child.id(), child.school(), random.nextInt(12), null);
        case TRANSFER -> host.roster.put(child.id(), otherThan(child.school()), 0, null);
        case MERGE -> host.roster.put(child.id(), child.school(), child.group(), other);
        case UNMERGE -> host.roster.put(child.id(), child.school(), child.group(), null);
        case GIVE_SURVIVOR -> host.roster.givesSurvivor = random.nextBoolean();
        case MIX_UP ->
            host.behaves(random.nextInt(3) == 0 ? Behaviour.WRONG_PUPIL : Behaviour.NONE);
        case OPEN -> open(new PupilId(id));
        case TALK -> talk(new PupilId(id));
        case RELAY -> relay();
        case LATER -> clock.pass(Duration.ofSeconds(random.nextInt(4_000)));
      }
    }

    private static String otherThan(String school) {
      return school.equals(HostRoster.SCHOOL) ? HostRoster.OTHER_SCHOOL : HostRoster.SCHOOL;
    }

    /** Somebody opens the tab of a pupil and, when there is one, records on it who it is about. */
    private void open(PupilId pupil) {
      Surroundings around;
      try {
        around = roster.around(SCHOOL, pupil);
      } catch (HostUnavailable e) {
        return;
      }
      assertThat(around.pupil().id()).isEqualTo(pupil);
      assertThat(around.pupil().name()).isEqualTo(HostRoster.nameOf(pupil.value()));
      StaffMember member = around.staff().members().get(0);
      Person person = new Person(member.id(), SCHOOL, member.roles());
      Caller caller =
          new Caller(
              person,
              SCHOOL,
              pupil,
              around,
              Locale.forLanguageTag("nl"),
              null,
              SignIn.ORDINARY,
              false);
      String signal =
          """
          {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"%s"}"""
              .formatted(around.pupil().name());
      plugin.recordEntry.record(
          caller, signal.getBytes(StandardCharsets.UTF_8), new Request(UUID.randomUUID(), null));
    }

    private void talk(PupilId pupil) {
      for (Dossier dossier : plugin.dossiers.of(SCHOOL, pupil)) {
        Talks talks =
            new Talks(plugin.dossiers, plugin.attachments, clock, SCHOOL, dossier.id(), pupil);
        talks.answer(talks.report(talks.talk()));
      }
    }

    /** Somebody looks at what was parked, and tries it again. */
    private void relay() {
      for (Dossier dossier : plugin.dossiers.all()) {
        plugin.deliveries.resume(SCHOOL, dossier.id());
      }
      relay.run();
    }

    void check() {
      for (Dossier dossier : plugin.dossiers.all()) {
        PupilId begun = begunUnder.computeIfAbsent(dossier.id(), id -> dossier.pupil());
        assertThat(dossier.entries()).extracting(Recorded::pupil).containsOnly(begun);
        assertThat(plugin.dossiers.of(SCHOOL, begun)).contains(dossier);
        assertThat(dossier.all(Signal.class))
            .allMatch(it -> it.entry().facts().equals(HostRoster.nameOf(begun.value())));
      }
      for (HostRecords.Held held : host.records.all()) {
        assertThat(held.documents().values()).allMatch(("%PDF " + held.pupil())::equals);
        assertThat(held.documents().isEmpty() && !held.answers().isEmpty()).isFalse();
      }
    }

    @Override
    public void close() {
      http.close();
      host.close();
    }
  }
}
