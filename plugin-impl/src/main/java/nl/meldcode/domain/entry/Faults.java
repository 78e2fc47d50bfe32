package nl.meldcode.domain.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.PupilId;
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

  /** Adds a fault for each part about somebody who is not among these pupils. */
  Faults requireInvolved(List<PupilPart> parts, String pointer, List<PupilId> pupils) {
    for (int i = 0; i < parts.size(); i++) {
      PupilPart part = parts.get(i);
      require(
          part.pupil() == null || pupils.contains(part.pupil()),
          pointer + "/" + i,
          "pupil.notInvolved");
    }
    return this;
  }

  /** Adds a fault where what is shared is not about an incident of this dossier. */
  Faults requireShared(Shared entry, List<PupilPart> parts, References known) {
    UUID incident = entry.incident();
    List<PupilId> pupils = incident == null ? List.of() : known.involvedIn(incident);
    return require(incident == null || !pupils.isEmpty(), "/incident", "incident.unknown")
        .requireInvolved(parts, "/parts", pupils);
  }

  /** What was found so far. */
  public List<Fault> list() {
    return List.copyOf(found);
  }
}
