package nl.meldcode.application.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Incident;

/** The incidents of a dossier with all pupils; nothing for a teacher (A.12, 25). */
final class IncidentRows {
  private final Roster roster;
  private final Policy policy;
  private final Caller caller;
  private final Words words;

  IncidentRows(Roster roster, Policy policy, Caller caller, Words words) {
    this.roster = roster;
    this.policy = policy;
    this.caller = caller;
    this.words = words;
  }

  List<IncidentRow> of(Dossier dossier) {
    List<Incident> incidents = dossier.incidents().toList();
    if (incidents.isEmpty()
        || !policy.decide(caller, Action.RECORD_INCIDENT, Optional.of(dossier)).permitted()) {
      return List.of();
    }
    Map<PupilId, PupilName> names = roster.named(caller.school());
    return incidents.stream().map(one -> row(one, names)).toList();
  }

  private IncidentRow row(Incident incident, Map<PupilId, PupilName> names) {
    return new IncidentRow(
        incident.incident().toString(),
        incident.on(),
        incident.pupils().stream().map(one -> person(one, names)).toList());
  }

  private PersonRow person(PupilId pupil, Map<PupilId, PupilName> names) {
    PupilName name = names.get(pupil);
    return new PersonRow(
        pupil.toString(), name == null ? words.say("view.otherPupil") : name.name());
  }
}
