package nl.meldcode.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.entry.AcknowledgementStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes the shared report and the guardians' answers on the pupil's record at the host: hidden
 * from the parents' portal, idempotent per entry (Host Connect 6.3, 6.4).
 */
public interface HostRecord {
  /**
   * Stores a version of a report with its document. Compares what the host says it stored; wider
   * than asked, it is deleted again.
   *
   * @throws HostUnavailable to try again
   * @throws HostRefused never to try again by itself
   */
  void storeReport(ReportItem item, byte[] pdf);

  /**
   * Stores a guardian's answer.
   *
   * @throws HostUnavailable to try again
   * @throws HostRefused never to try again by itself
   */
  void storeAcknowledgement(AcknowledgementItem item);

  /**
   * Lets parents find a stored report in the host's portal, or no longer. Compares what the host
   * says it stored; wider than asked, it is deleted.
   *
   * @throws HostUnavailable to try again
   * @throws HostRefused never to try again by itself
   */
  void release(ReleaseItem item);

  /**
   * A report for the record. Type carries the rule: there is no field for working notes.
   *
   * @param supersedes the version before it, null for the first
   * @param released whether parents may find it there, when it is there already; it is never stored
   *     so
   */
  record ReportItem(
      SchoolId school,
      PupilId pupil,
      StaffId author,
      EntryId entry,
      @Nullable EntryId supersedes,
      LocalDate meetingOn,
      Instant recordedAt,
      String sha256,
      boolean released) {
    @Override
    public String toString() {
      return "ReportItem[" + entry + "]";
    }
  }

  /**
   * A decision about the parents' portal.
   *
   * @param shown whether parents may find the report there
   */
  record ReleaseItem(PupilId pupil, StaffId author, EntryId report, boolean shown) {
    @Override
    public String toString() {
      return "ReleaseItem[" + report + "]";
    }
  }

  /**
   * An answer for the record.
   *
   * @param guardian who answered: a guardian, or the pupil under the pupil's own id
   */
  record AcknowledgementItem(
      SchoolId school,
      PupilId pupil,
      StaffId author,
      EntryId entry,
      EntryId report,
      PersonId guardian,
      AcknowledgementStatus status,
      String method,
      Instant at,
      @Nullable String remark,
      String sha256) {
    @Override
    public String toString() {
      return "AcknowledgementItem[" + entry + "]";
    }
  }

  /**
   * Id of something at the host, made from the entry's id (UUIDv5, RFC 9562): the same each time.
   */
  static UUID derived(EntryId entry, String purpose) {
    return NameUuid.of(entry.value(), purpose);
  }
}
