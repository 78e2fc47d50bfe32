package nl.meldcode.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.InMemoryAttachments;
import nl.meldcode.application.port.InMemoryDeliveries;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.entry.CoachNamed;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.entry.ReportReleased.Portal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayToHostTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private static final DossierId ONE = new DossierId(School.id("dossier:1"));
  private static final DossierId TWO = new DossierId(School.id("dossier:2"));

  private final Hands clock = new Hands();
  private final InMemoryDossiers dossiers = new InMemoryDossiers();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(dossiers);
  private final InMemoryAttachments attachments = new InMemoryAttachments();
  private final RememberingHost host = new RememberingHost();
  private final Set<Capability> can = EnumSet.allOf(Capability.class);
  private final RelayToHost relay =
      new RelayToHost(
          deliveries,
          dossiers,
          new HostDelivery(attachments, host, () -> new HostCapabilities(can)),
          clock,
          new Random(7));

  @Test
  void onlyReportsAndAnswersLeaveTheSchool() {
    List<EntryId> sent = talkWithAnswer(ONE);
    assertThat(relay.run()).isFalse();
    append(ONE, new CoachNamed(School.NORA.id(), DAY));
    assertThat(relay.run()).isFalse();

    assertThat(host.calls).isEqualTo(2);

    assertThat(host.stored).containsExactlyElementsOf(sent);
    assertThat(state(ONE).stored()).containsOnlyKeys(2L, 3L);
    assertThat(state(ONE).cursor()).isEqualTo(4);
  }

  @Test
  void aSecondVersionNamesTheFirst() {
    EntryId meeting = append(ONE, meeting());
    EntryId first = report(ONE, meeting);
    report(ONE, append(ONE, meeting()));
    EntryId second = report(ONE, meeting);
    relay.run();

    assertThat(host.reports)
        .filteredOn(item -> item.entry().equals(second))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.supersedes()).isEqualTo(first);
              assertThat(item.meetingOn()).isEqualTo(DAY);
            });
    assertThat(host.reports.get(0).supersedes()).isNull();
  }

  @Test
  @Covers("R10")
  void afterAnOutageEverythingArrivesOnceAndInOrder() {
    List<EntryId> one = talkWithAnswer(ONE);
    List<EntryId> two = talkWithAnswer(TWO);
    host.down = true;
    for (int i = 0; i < 200; i++) {
      relay.run();
      clock.pass(Duration.ofMinutes(3));
    }
    assertThat(host.stored).isEmpty();
    assertThat(host.calls).isBetween(2 * 40, 2 * 70);

    host.down = false;
    clock.pass(Duration.ofMinutes(15));
    relay.run();

    assertThat(host.stored).containsExactlyInAnyOrderElementsOf(both(one, two));
    assertThat(host.stored).filteredOn(one::contains).containsExactlyElementsOf(one);
    assertThat(host.stored).filteredOn(two::contains).containsExactlyElementsOf(two);
    int calls = host.calls;
    relay.run();
    assertThat(host.calls).isEqualTo(calls);
  }

  @Test
  @Covers({"R01", "R10"})
  void whenTheHostIsBackNobodyWaitsForTheNextAttempt() {
    List<EntryId> one = talkWithAnswer(ONE);
    host.down = true;
    for (int i = 0; i < 60; i++) {
      relay.run();
      clock.pass(Duration.ofSeconds(10));
    }
    host.down = false;
    List<EntryId> two = talkWithAnswer(TWO);

    assertThat(relay.run()).as("there is more").isTrue();
    assertThat(relay.run()).isFalse();
    assertThat(host.stored).containsExactlyInAnyOrderElementsOf(both(one, two));
  }

  @Test
  @Covers("R10")
  void anAnswerLostOnTheWayBackIsRepeatedWithTheSameEntry() {
    List<EntryId> sent = talkWithAnswer(ONE);
    host.loseNextAnswer = true;
    relay.run();
    clock.pass(Duration.ofSeconds(2));
    relay.run();

    assertThat(host.stored).containsExactlyElementsOf(sent);
    assertThat(host.calls).isEqualTo(3);
  }

  @Test
  @Covers("R10")
  void aRefusalWaitsForAPersonAndDelaysNobodyElse() {
    List<EntryId> one = talkWithAnswer(ONE);
    List<EntryId> two = talkWithAnswer(TWO);
    host.refused.add(one.get(0));
    relay.run();
    clock.pass(Duration.ofHours(1));
    relay.run();

    assertThat(host.stored).containsExactlyElementsOf(two);
    assertThat(state(ONE).parked()).isEqualTo("wider");
    assertThat(state(ONE).cursor()).isEqualTo(1);

    host.refused.clear();
    deliveries.resume(School.ID, ONE);
    relay.run();
    assertThat(host.stored).filteredOn(one::contains).containsExactlyElementsOf(one);
  }

  @Test
  @Covers("R10")
  void aDefectOrALostDocumentDelaysNobodyElse() {
    EntryId broken = report(ONE, append(ONE, meeting()));
    host.defect.add(broken);
    DossierId three = new DossierId(School.id("dossier:3"));
    EntryId meeting = append(three, meeting());
    append(three, new MeetingReport(meeting, "Verslag.", null, List.of(), null));
    List<EntryId> two = talkWithAnswer(TWO);
    relay.run();

    assertThat(host.stored).containsExactlyElementsOf(two);
    assertThat(state(ONE).parked()).isEqualTo("defect");
    assertThat(state(three).parked()).isEqualTo("damaged");
  }

  @Test
  void staffsOwnNotesStayHere() {
    EntryId report = report(ONE, append(ONE, meeting()));
    append(ONE, answer(report, AcknowledgementStatus.GEWEIGERD, null, "Wil niet tekenen."));
    append(ONE, answer(report, AcknowledgementStatus.NIET_BEREIKT, null, "Driemaal gebeld."));
    append(ONE, answer(report, AcknowledgementStatus.GEZIEN, "Het ging anders.", "Emotioneel."));
    relay.run();

    assertThat(host.answers)
        .extracting(HostRecord.AcknowledgementItem::remark)
        .containsExactly("Wil niet tekenen.", null, "Het ging anders.");
    assertThat(host.answers)
        .extracting(HostRecord.AcknowledgementItem::at)
        .containsOnly(Instant.parse("2026-02-09T11:00:00Z"));
  }

  @Test
  @Covers("S3.6")
  void whatTheHostDoesNotTakeIsPassedByAndWaitsForNobody() {
    can.remove(Capability.DOCUMENTS);
    DossierId dossier = ONE;
    List<EntryId> entries = talkWithAnswer(dossier);

    relay.run();

    assertThat(host.reports).isEmpty();
    assertThat(host.answers).isEmpty();
    assertThat(state(dossier).parked()).isNull();
    assertThat(state(dossier).stored()).isEmpty();
    assertThat(state(dossier).cursor()).isGreaterThanOrEqualTo(entries.size());
  }

  @Test
  @Covers("C.3")
  void aReleaseFollowsItsReportAndWhatWasTakenBackIsNeverShown() {
    EntryId report = report(ONE, append(ONE, meeting()));
    append(ONE, release(report, Portal.SHOWN));
    relay.run();
    assertThat(host.releases).extracting(HostRecord.ReleaseItem::shown).containsExactly(true);
    assertThat(host.reports).extracting(HostRecord.ReportItem::released).containsExactly(true);

    append(ONE, release(report, Portal.HIDDEN));
    append(ONE, release(report, Portal.SHOWN));
    append(ONE, release(report, Portal.HIDDEN));
    relay.run();

    assertThat(host.releases)
        .extracting(HostRecord.ReleaseItem::shown)
        .containsExactly(true, false);
    assertThat(state(ONE).parked()).isNull();
  }

  @Test
  @Covers("C.3")
  void aReportThatIsReplacedGoesOutOfThePortalByItself() {
    EntryId meeting = append(ONE, meeting());
    EntryId first = report(ONE, meeting);
    append(ONE, release(first, Portal.SHOWN));
    relay.run();
    report(ONE, meeting);
    relay.run();

    assertThat(host.releases)
        .extracting(HostRecord.ReleaseItem::report)
        .containsExactly(first, first);
    assertThat(host.releases)
        .extracting(HostRecord.ReleaseItem::shown)
        .containsExactly(true, false);
  }

  @Test
  @Covers("C.3")
  void takingItBackDoesNotWaitForWhatTheHostCan() {
    EntryId report = report(ONE, append(ONE, meeting()));
    append(ONE, release(report, Portal.SHOWN));
    relay.run();
    can.remove(Capability.PARENT_PORTAL);
    append(ONE, release(report, Portal.HIDDEN));
    relay.run();

    assertThat(host.releases)
        .extracting(HostRecord.ReleaseItem::shown)
        .containsExactly(true, false);
  }

  private static ReportReleased release(EntryId report, Portal portal) {
    List<PersonId> readers = portal == Portal.SHOWN ? List.of(School.ILSE) : List.of();
    return new ReportReleased(report, portal, readers, "Ouders vroegen erom.");
  }

  @Test
  void aNudgeIsEnoughAndStoppingEnds() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    host.onStored = arrived::countDown;
    List<Throwable> trouble = new ArrayList<>();
    Background background =
        new Background(
            "relay", relay::run, Duration.ofSeconds(2), Duration.ofSeconds(60), trouble::add);
    background.start();
    report(ONE, append(ONE, meeting()));
    background.nudge();

    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    background.close();
    assertThat(trouble).isEmpty();
  }

  private Deliveries.State state(DossierId dossier) {
    return deliveries.state(School.ID, dossier);
  }

  private static List<EntryId> both(List<EntryId> one, List<EntryId> two) {
    List<EntryId> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }

  private List<EntryId> talkWithAnswer(DossierId dossier) {
    EntryId report = report(dossier, append(dossier, meeting()));
    EntryId answer = append(dossier, answer(report, AcknowledgementStatus.GEZIEN, null, null));
    return List.of(report, answer);
  }

  private static ParentMeeting meeting() {
    return new ParentMeeting(
        DAY, "School", List.of(School.ANJA.id()), List.of(School.ILSE), false, List.of(), null);
  }

  private static Acknowledgement answer(
      EntryId report, AcknowledgementStatus status, @Nullable String view, @Nullable String note) {
    return new Acknowledgement(
        report,
        "a".repeat(64),
        School.ILSE,
        status,
        Acknowledgement.Method.ON_SCREEN,
        DAY,
        null,
        view,
        null,
        note,
        List.of(),
        null,
        null);
  }

  private EntryId report(DossierId dossier, EntryId meeting) {
    byte[] pdf = ("%PDF " + meeting).getBytes(StandardCharsets.UTF_8);
    Attachment document = attachments.put(School.ID, dossier, "application/pdf", pdf);
    return append(
        dossier, new MeetingReport(meeting, "Verslag.", null, List.of(), null), List.of(document));
  }

  private EntryId append(DossierId dossier, Entry entry) {
    return append(dossier, entry, List.of());
  }

  private EntryId append(DossierId dossier, Entry entry, List<Attachment> documents) {
    EntryId id = new EntryId(UUID.randomUUID());
    dossiers.append(
        new NewEntry(
            School.ID,
            dossier,
            School.LOTTE,
            id,
            UUID.randomUUID(),
            null,
            clock.instant(),
            School.ANJA.id(),
            Role.LK,
            new ProtocolId("scope-2013", "1.0.0"),
            documents,
            entry));
    return id;
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-02-09T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
