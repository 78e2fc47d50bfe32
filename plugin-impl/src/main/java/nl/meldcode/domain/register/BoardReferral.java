package nl.meldcode.domain.register;

import java.time.Instant;
import java.util.UUID;
import nl.meldcode.api.StaffId;

/**
 * Somebody goes to the bevoegd gezag with a suspicion against a member of staff (B.10). It holds
 * nothing of the suspicion itself: not whom it is against, and no pupil.
 *
 * @param id made from the request and its writer, so that the same request twice is one referral
 * @param at moment of recording, UTC, whole milliseconds
 */
public record BoardReferral(UUID id, Instant at, StaffId writer) {
  @Override
  public String toString() {
    return "BoardReferral[" + id + "]";
  }
}
