package nl.meldcode.application.read;

import java.util.List;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;

/** The pupils of the caller's school, to say who was involved in an incident (O14). */
public final class SchoolPupils {
  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;

  public SchoolPupils(Dossiers dossiers, Roster roster, Gate gate) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * All of them by group and name; empty for who may not record an incident.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host is down and never said it
   */
  public Optional<List<PupilName>> of(Caller caller) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> last = all.stream().reduce((first, second) -> second);
    return gate.decide(caller, Action.RECORD_INCIDENT, last, "pupils").permitted()
        ? Optional.of(roster.pupils(caller.school()))
        : Optional.empty();
  }
}
