package nl.meldcode.domain.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody opened what the role alone does not open, for an hour and with a reason (A.12, 5). It is
 * kept whether or not there was a dossier, so that asking tells nothing without being noticed.
 *
 * @param id made from the request and who made it, so that the same request twice is one
 * @param at moment of opening, UTC, whole milliseconds
 * @param pupil null once the dossier was destroyed
 * @param dossier the one that was at hand; null when there was none
 * @param review null until somebody else has looked at it
 */
public record EmergencyAccess(
    UUID id,
    Instant at,
    StaffId staff,
    @Nullable PupilId pupil,
    @Nullable DossierId dossier,
    String reason,
    @Nullable Review review) {
  /** How long it lasts (A04). */
  public static final Duration LASTS = Duration.ofMinutes(60);

  /** What somebody else thought of it. */
  public record Review(Instant at, StaffId by, boolean justified, String note) {
    @Override
    public String toString() {
      return "Review[" + by + "]";
    }
  }

  /** The first moment at which it opens nothing any more. */
  public Instant until() {
    return at.plus(LASTS);
  }

  /** Whether it opens something for this person about this pupil now. */
  public boolean isOpenFor(StaffId who, PupilId whom, Instant now) {
    return staff.equals(who) && whom.equals(pupil) && now.isBefore(until());
  }

  /** The same with what somebody else thought of it. */
  public EmergencyAccess reviewed(Review by) {
    return new EmergencyAccess(id, at, staff, pupil, dossier, reason, by);
  }

  @Override
  public String toString() {
    return "EmergencyAccess[" + id + "]";
  }
}
