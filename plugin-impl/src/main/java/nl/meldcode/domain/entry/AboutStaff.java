package nl.meldcode.domain.entry;

import java.util.List;
import nl.meldcode.api.StaffId;

/** How one member of staff stands to the dossier, by word of IB or head. */
public sealed interface AboutStaff extends Entry
    permits ConflictOfInterest, TeamMemberAdded, TeamMemberRemoved {
  /** About whom it is. */
  StaffId member();

  @Override
  default List<Fault> faults(References known) {
    return new Faults().require(known.isStaff(member()), "/member", "staff.unknown").list();
  }
}
