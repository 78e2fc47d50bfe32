package nl.meldcode.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.Attachments;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;

/** Records talks with a guardian in one dossier: what of it goes to the host. */
public record Talks(
    Dossiers dossiers,
    Attachments attachments,
    Clock clock,
    SchoolId school,
    DossierId dossier,
    PupilId pupil) {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  /** A talk; nothing of it goes to the host. */
  public EntryId talk() {
    return append(
        new ParentMeeting(
            DAY, "School", List.of(School.ANJA.id()), List.of(School.ILSE), false, List.of(), null),
        List.of());
  }

  /** A report of a talk, whose document names the pupil. */
  public EntryId report(EntryId talk) {
    Attachment document =
        attachments.put(school, dossier, "application/pdf", ("%PDF " + pupil).getBytes(UTF_8));
    return append(new MeetingReport(talk, "Verslag.", null, List.of(), null), List.of(document));
  }

  /** What the guardian answered to a report. */
  public EntryId answer(EntryId report) {
    return append(
        new Acknowledgement(
            report,
            "a".repeat(64),
            School.ILSE,
            AcknowledgementStatus.GEZIEN,
            Acknowledgement.Method.ON_SCREEN,
            DAY,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null),
        List.of());
  }

  private EntryId append(Entry entry, List<Attachment> documents) {
    EntryId id = new EntryId(UUID.randomUUID());
    dossiers.append(
        new NewEntry(
            school,
            dossier,
            pupil,
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

  @Override
  public String toString() {
    return "Talks[" + dossier + "]";
  }
}
