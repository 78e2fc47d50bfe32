package nl.meldcode.referencehost.connect;

import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.store.PupilAccess;
import nl.meldcode.referencehost.store.Roster;

/** On whose behalf a plugin writes or reads (host-connect 6.8). */
final class Actors {
  private final Roster roster;
  private final PupilAccess access;

  Actors(Roster roster) {
    this.roster = roster;
    this.access = new PupilAccess(roster);
  }

  /** The member of staff named by {@code On-Behalf-Of}, when that person may see this pupil. */
  UUID actor(Call call, UUID pupilId) {
    String named =
        call.header("On-Behalf-Of")
            .orElseThrow(() -> ApiProblem.invalid("On-Behalf-Of", "required"));
    return Ids.parse(named)
        .flatMap(roster::staff)
        .filter(Staff::active)
        .filter(staff -> access.maySee(staff, pupilId))
        .map(Staff::id)
        .orElseThrow(
            () -> new ApiProblem(ProblemType.FORBIDDEN, "Deze medewerker mag hier niet bij."));
  }
}
