package nl.meldcode.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.MeetingReport;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private final DossierId dossier = new DossierId(UUID.randomUUID());
  private final PupilId before = new PupilId(UUID.randomUUID());
  private final PupilId after = new PupilId(UUID.randomUUID());
  private final EntryId report = new EntryId(UUID.randomUUID());
  private final List<Recorded> entries = new ArrayList<>();

  @Test
  @Covers({"S3.7", "A.12.12"})
  void aPupilWhoseRegistrationWasReplacedHasAnsweredAllTheSame() {
    record(report, before, new MeetingReport(report, "x", null, List.of(), true));
    record(answer(before, true));
    record(
        new EntryId(UUID.randomUUID()),
        after,
        new LinkDecision(
            dossier, LinkKind.SAME_PUPIL, LinkDecision.Choice.CONFIRMED, "Zelfde kind."));

    ReportVersion version = version();
    assertThat(version.pupil()).isEqualTo(new PersonId(after.value()));
    assertThat(version.answer(version.pupil())).isPresent();
    assertThat(version.asksGuardians()).isTrue();

    record(answer(after, false));
    assertThat(version().asksGuardians()).isFalse();
  }

  private ReportVersion version() {
    return new Reports(new Dossier(new SchoolId("99XX"), entries)).version(report).orElseThrow();
  }

  private Acknowledgement answer(PupilId pupil, boolean guardiansMaySee) {
    return new Acknowledgement(
        report,
        "a".repeat(64),
        new PersonId(pupil.value()),
        AcknowledgementStatus.GEZIEN,
        Acknowledgement.Method.PAPER,
        DAY,
        null,
        null,
        null,
        null,
        List.of(),
        guardiansMaySee,
        null);
  }

  private void record(Acknowledgement answer) {
    record(new EntryId(UUID.randomUUID()), new PupilId(answer.guardian().value()), answer);
  }

  private void record(EntryId id, PupilId pupil, Entry entry) {
    entries.add(
        new Recorded(
            dossier,
            entries.size() + 1L,
            id,
            Instant.parse("2026-02-09T11:00:00Z"),
            pupil,
            new StaffId(UUID.randomUUID()),
            Role.IB,
            ProtocolId.of("scope-2013@1.0.0"),
            List.of(),
            entry));
  }
}
