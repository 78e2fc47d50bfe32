package nl.meldcode.application.read;

import java.util.List;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Observation;

/** What the host holds about the pupil, to pick from when recording a signal (A.10). */
public final class PupilObservations {
  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;

  public PupilObservations(Dossiers dossiers, Roster roster, Gate gate) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * What this caller may see at the host, newest first; empty for who may not record a signal.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host does not answer
   */
  public Optional<List<Observation>> of(Caller caller) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> last = all.stream().reduce((first, second) -> second);
    return gate.decide(caller, Action.SIGNAL, last, "observations").permitted()
        ? Optional.of(roster.observations(caller.pupil(), caller.person().id()))
        : Optional.empty();
  }
}
