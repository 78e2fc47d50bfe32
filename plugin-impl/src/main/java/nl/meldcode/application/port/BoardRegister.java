package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.register.BoardReferral;

/** The board's register of each school. Safe for use by several threads. */
public interface BoardRegister {
  /**
   * Adds a referral; it is on disk when this returns.
   *
   * @return what stands under that id: the earlier one when it was added before
   * @throws StoreUnavailable when it cannot be written; nothing was added
   */
  BoardReferral add(SchoolId school, BoardReferral referral);

  /** All referrals of a school, oldest first. */
  List<BoardReferral> of(SchoolId school);
}
