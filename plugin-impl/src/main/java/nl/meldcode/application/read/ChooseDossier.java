package nl.meldcode.application.read;

import java.util.Optional;
import nl.meldcode.api.DossierId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;

/**
 * Lets somebody work in another of the pupil's dossiers than the current one, or in one of the work
 * list.
 */
public final class ChooseDossier {
  private final Dossiers dossiers;
  private final Sessions sessions;
  private final Roster roster;
  private final Gate gate;

  public ChooseDossier(Dossiers dossiers, Sessions sessions, Roster roster, Gate gate) {
    this.dossiers = dossiers;
    this.sessions = sessions;
    this.roster = roster;
    this.gate = gate;
  }

  /**
   * A new context for the same pupil with that dossier chosen; empty when it is none of the
   * pupil's, or the caller may not know of it.
   *
   * @param secret of the caller's session
   */
  public Optional<String> choose(String secret, Caller caller, DossierId wanted) {
    var all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> found = all.stream().filter(one -> one.id().equals(wanted)).findFirst();
    return found
        .filter(one -> gate.decide(caller, Action.READ_C1, found, "overview").permitted())
        .map(
            one ->
                sessions.open(
                    secret, context(caller, one, Dossier.current(all).equals(found)), gate.now()));
  }

  /**
   * The same from the work list, for a page about no pupil: a context for the pupil of that
   * dossier. The right is the person's own, as on every page of that pupil.
   *
   * @throws nl.meldcode.application.port.HostUnavailable when the host says nothing of the pupil
   */
  public Optional<String> choose(String secret, Visitor visitor, DossierId wanted) {
    return dossiers
        .find(visitor.school(), wanted)
        .map(one -> visitor.about(one.pupil(), roster.around(visitor.school(), one.pupil())))
        .flatMap(caller -> choose(secret, caller, wanted));
  }

  /** The current one is not held on to, so that a new one can follow it. */
  private static Sessions.Context context(Caller caller, Dossier chosen, boolean isCurrent) {
    Sessions.Context plain = new Sessions.Context(caller.school(), caller.pupil(), caller.locale());
    return isCurrent ? plain : plain.choosing(chosen.id());
  }
}
