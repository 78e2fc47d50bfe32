package nl.meldcode.domain.entry;

import java.util.ArrayList;
import java.util.List;
import nl.meldcode.api.StaffId;

/** Collects faults, so that all of them are named at once. Not safe for use by several threads. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Adds a fault unless the claim holds. */
  public Faults require(boolean holds, String pointer, String code) {
    if (!holds) {
      found.add(new Fault(pointer, code));
    }
    return this;
  }

  /** Adds a fault for each who does not work at the school. */
  Faults requireStaff(List<StaffId> staff, String pointer, References known) {
    for (int i = 0; i < staff.size(); i++) {
      require(known.isStaff(staff.get(i)), pointer + "/" + i, "staff.unknown");
    }
    return this;
  }

  /** What was found so far. */
  public List<Fault> list() {
    return List.copyOf(found);
  }
}
