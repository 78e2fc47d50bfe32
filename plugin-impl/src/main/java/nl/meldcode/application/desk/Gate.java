package nl.meldcode.application.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;

/** The policy with its log: what is shown or refused is on disk before the answer leaves. */
public final class Gate {
  private final Policy policy;
  private final AccessLog log;
  private final Clock clock;

  public Gate(Policy policy, AccessLog log, Clock clock) {
    this.policy = policy;
    this.log = log;
    this.clock = clock;
  }

  /** The rules themselves, for questions that show nothing yet. */
  public Policy policy() {
    return policy;
  }

  /** This moment, in the whole milliseconds that are kept. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The clock with the time zone of the school. */
  public Clock clock() {
    return clock;
  }

  /** Decides; a denial is logged first. Permission to write needs no line: the entry is its own. */
  public Verdict decide(Caller caller, Action action, Optional<Dossier> dossier, String subject) {
    Verdict verdict = policy.decide(caller, action, dossier);
    if (!verdict.permitted()) {
      write(What.REFUSED, caller, dossier, verdict.rule(), subject);
    }
    return verdict;
  }

  /** Decides what is about no pupil; a denial is logged first. */
  public Verdict decide(Visitor visitor, Action action, String subject) {
    Verdict verdict = policy.decide(visitor, action);
    if (!verdict.permitted()) {
      shows(What.REFUSED, visitor, verdict.rule(), subject);
    }
    return verdict;
  }

  /**
   * Logs that something is about to be shown that is about no pupil.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when that fails; then nothing may be
   *     shown
   */
  public void shows(What what, Visitor visitor, String rule, String subject) {
    log.write(
        new AccessLog.Event(
            now(), what, visitor.school(), visitor.person().id(), null, null, rule, subject));
  }

  /**
   * Logs that content is about to be shown.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when that fails; then nothing may be
   *     shown
   */
  public void shows(
      What what, Caller caller, Optional<Dossier> dossier, String rule, String subject) {
    write(what, caller, dossier, rule, subject);
  }

  private void write(
      What what, Caller caller, Optional<Dossier> dossier, String rule, String subject) {
    boolean emergency =
        what != What.REFUSED && dossier.filter(one -> caller.isEmergency(one.id())).isPresent();
    log.write(
        new AccessLog.Event(
            now(),
            what,
            caller.school(),
            caller.person().id(),
            caller.pupil(),
            dossier.map(Dossier::id).orElse(null),
            emergency ? rule + ".EMERGENCY" : rule,
            subject));
  }
}
