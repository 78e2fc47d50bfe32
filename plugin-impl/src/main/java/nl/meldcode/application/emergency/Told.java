package nl.meldcode.application.emergency;

import java.util.List;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.SchoolMergers;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.emergency.EmergencyAccess;

/**
 * Which emergency accesses somebody is told of: those at the school and at what became part of it,
 * and none about a dossier that the person is too close to (A.12, 2).
 */
public record Told(
    EmergencyAccesses accesses, Dossiers dossiers, SchoolMergers mergers, Gate gate) {
  /** One with the school that it stands under. */
  record At(SchoolId school, EmergencyAccess access) {}

  List<At> to(Visitor visitor) {
    return mergers.now().partsOf(visitor.school()).stream()
        .flatMap(school -> accesses.of(school).stream().map(one -> new At(school, one)))
        .filter(one -> !isTooClose(one.access(), visitor))
        .toList();
  }

  private boolean isTooClose(EmergencyAccess access, Visitor visitor) {
    PupilId pupil = access.pupil();
    try {
      return pupil != null && isTooClose(pupil, visitor);
    } catch (Tampered e) {
      // Who is too close cannot be found out; the officer learns of no child anyway.
      return visitor.person().roles().contains(Role.DIR);
    }
  }

  private boolean isTooClose(PupilId pupil, Visitor visitor) {
    return dossiers.of(visitor.school(), pupil).stream()
        .map(Optional::of)
        .anyMatch(one -> !gate.policy().decide(visitor, Action.REVIEW_EMERGENCY, one).permitted());
  }
}
