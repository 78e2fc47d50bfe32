package nl.meldcode.application.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.practice.Practice;

/** The policy with its log: what is shown or refused is on disk before the answer leaves. */
public final class Gate {
  private final Policy policy;
  private final AccessLog log;
  private final Clock clock;
  private final LookUps lookUps;

  public Gate(Policy policy, AccessLog log, Clock clock) {
    this(policy, log, clock, new LookUps(System::nanoTime));
  }

  /** The same with look-ups that are counted by another time. */
  public Gate(Policy policy, AccessLog log, Clock clock, LookUps lookUps) {
    this.policy = policy;
    this.log = log;
    this.clock = clock;
    this.lookUps = lookUps;
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
   * @throws TooManyLookUps when this person saw too many pupils lately; that is logged, and nothing
   *     may be shown
   * @throws nl.meldcode.application.port.StoreUnavailable when that fails; then nothing may be
   *     shown
   */
  public void shows(
      What what, Caller caller, Optional<Dossier> dossier, String rule, String subject) {
    Optional<Duration> left = isLookUp(what, caller, dossier) ? waitFor(caller) : Optional.empty();
    if (left.isPresent()) {
      write(What.REFUSED, caller, dossier, LookUps.RULE, subject);
      throw new TooManyLookUps(left.get());
    }
    write(what, caller, dossier, rule, subject);
  }

  /**
   * An emergency access has its own notices, and is there for when there is no time; who practises
   * looks nobody up.
   */
  private static boolean isLookUp(What what, Caller caller, Optional<Dossier> dossier) {
    return (what == What.READ || what == What.DOWNLOAD)
        && !Practice.is(caller.pupil())
        && dossier.filter(one -> caller.isEmergency(one.id())).isEmpty();
  }

  private Optional<Duration> waitFor(Caller caller) {
    return lookUps.waitFor(caller.school(), caller.person().id(), caller.pupil());
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
            marked(rule, emergency, Practice.is(caller.pupil())),
            subject));
  }

  /** The rule as the log has it, so that whoever reads a line sees what kind of look it was. */
  private static String marked(String rule, boolean emergency, boolean practice) {
    return rule + (emergency ? ".EMERGENCY" : "") + (practice ? ".PRACTICE" : "");
  }
}
