package nl.meldcode.adapter.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRecord.AcknowledgementItem;
import nl.meldcode.application.port.HostRecord.ReportItem;
import nl.meldcode.domain.entry.AcknowledgementStatus;

/** What goes to a host. */
final class Items {
  private static final SchoolId SCHOOL = new SchoolId(HostRoster.SCHOOL);
  private static final StaffId ANJA = StaffId.of(RosterReplies.ANJA);
  private static final Instant MOMENT = Instant.parse("2026-11-12T15:00:00Z");

  private Items() {}

  static ReportItem report(PupilId pupil, EntryId entry, byte[] pdf) {
    LocalDate day = LocalDate.of(2026, 11, 12);
    return new ReportItem(SCHOOL, pupil, ANJA, entry, null, day, MOMENT, sha256(pdf), false);
  }

  static AcknowledgementItem answer(PupilId pupil, EntryId entry, EntryId report, byte[] pdf) {
    return new AcknowledgementItem(
        SCHOOL,
        pupil,
        ANJA,
        entry,
        report,
        new PersonId(HostRoster.MOTHER),
        AcknowledgementStatus.GEZIEN,
        "ON_SCREEN",
        MOMENT,
        null,
        sha256(pdf));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
