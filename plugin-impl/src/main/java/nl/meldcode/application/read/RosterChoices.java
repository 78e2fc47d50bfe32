package nl.meldcode.application.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Observation;

/** What a form lets its writer choose from at the host. */
public final class RosterChoices {
  private final Dossiers dossiers;
  private final Roster roster;
  private final Gate gate;

  public RosterChoices(Dossiers dossiers, Roster roster, Gate gate) {
    this.dossiers = dossiers;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * The pupils of the caller's school by group and name, to say who was involved in an incident
   * (O14); empty for who may not record one.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host is down and never said it
   */
  public Optional<List<PupilName>> pupils(Caller caller) {
    return forWhoMay(
        Action.RECORD_INCIDENT,
        caller,
        "pupils",
        () -> roster.schoolmates(caller.school(), caller.pupil()));
  }

  /**
   * What the host holds about the pupil and shows this caller, newest first, to pick as evidence
   * for a signal (A.10); empty for who may not record one.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host does not answer
   */
  public Optional<List<Observation>> observations(Caller caller) {
    return forWhoMay(
        Action.SIGNAL,
        caller,
        "observations",
        () -> roster.observations(caller.pupil(), caller.person().id()));
  }

  private <T> Optional<T> forWhoMay(
      Action action, Caller caller, String subject, Supplier<T> choices) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> atHand = caller.atHand(all);
    Verdict verdict = gate.decide(caller, action, atHand, subject);
    if (!verdict.permitted()) {
      return Optional.empty();
    }
    gate.shows(What.READ, caller, atHand, verdict.rule(), subject);
    return Optional.of(choices.get());
  }
}
