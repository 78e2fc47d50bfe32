package nl.meldcode.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyAccess.Review;

/** The emergency accesses of each school, with their reviews. Safe for use by several threads. */
public interface EmergencyAccesses {
  /**
   * Adds one; it is on disk when this returns.
   *
   * @return what stands under that id: the earlier one when it was added before
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  EmergencyAccess add(SchoolId school, EmergencyAccess access);

  /**
   * Keeps what somebody thought of it, once.
   *
   * @return false when there is none of that id, or it was reviewed before
   * @throws StoreUnavailable when it cannot be written
   */
  boolean review(SchoolId school, UUID id, Review review);

  /** All of a school, oldest first. */
  List<EmergencyAccess> of(SchoolId school);

  /** The last that is open now for this person about this pupil. */
  default Optional<EmergencyAccess> open(SchoolId school, StaffId who, PupilId whom, Instant now) {
    return of(school).stream()
        .filter(one -> one.isOpenFor(who, whom, now))
        .reduce((earlier, later) -> later);
  }
}
