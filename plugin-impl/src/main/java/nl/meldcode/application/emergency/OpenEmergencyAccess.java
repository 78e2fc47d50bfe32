package nl.meldcode.application.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EmergencyAccesses;
import nl.meldcode.application.port.NameUuid;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.SentJson;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyRequest;
import nl.meldcode.domain.entry.Fault;

/**
 * Opens what the role alone does not open (A.12, 5; A04): with a fresh sign-in, a reason, for an
 * hour, while a head and a data protection officer are told, to be reviewed by one of them. Where
 * one of these five cannot be had, nothing opens.
 */
public final class OpenEmergencyAccess {
  /** Shorter is no reason. */
  private static final int SHORTEST = 20;

  private static final String SUBJECT = "emergency";

  private final EmergencyAccesses accesses;
  private final Dossiers dossiers;
  private final Bodies bodies;
  private final Gate gate;

  public OpenEmergencyAccess(
      EmergencyAccesses accesses, Dossiers dossiers, Bodies bodies, Gate gate) {
    this.accesses = accesses;
    this.dossiers = dossiers;
    this.bodies = bodies;
    this.gate = gate;
  }

  /**
   * Opens the dossier at hand, or says what stands in the way. The same answer with and without a
   * dossier, so that who asks whether there is one has been noticed asking.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it or the log cannot be written;
   *     then nothing is open
   */
  public Outcome open(Caller caller, byte[] body, UUID idempotencyKey) {
    List<Dossier> all = dossiers.of(caller.school(), caller.pupil());
    Optional<Dossier> dossier = caller.atHand(all);
    Verdict verdict = gate.decide(caller, Action.BREAK_GLASS, dossier, SUBJECT);
    if (verdict instanceof Verdict.Deny deny) {
      return gate.policy().mayKnow(caller, dossier)
          ? new Outcome.Forbidden(deny.mayAct())
          : new Outcome.NotThere();
    }
    SentJson.Read<EmergencyRequest> read = bodies.read(EmergencyRequest.class, body);
    EmergencyRequest sent = read.sent();
    List<Fault> faults = new ArrayList<>(read.faults());
    if (sent != null) {
      faults.addAll(tooShort(sent));
    }
    if (sent == null || !faults.isEmpty()) {
      return new Outcome.Invalid(faults);
    }
    if (!caller.signIn().fresh()) {
      return new Outcome.SignInAgain();
    }
    return twoAreTold(caller, all)
        ? opened(caller, dossier, sent.reason().strip(), idempotencyKey, verdict)
        : Outcome.Refused.because("emergency.nobodyTold");
  }

  private Outcome opened(
      Caller caller, Optional<Dossier> dossier, String reason, UUID key, Verdict verdict) {
    EmergencyAccess access =
        new EmergencyAccess(
            NameUuid.of(key, caller.person().id().toString()),
            gate.now(),
            caller.person().id(),
            caller.pupil(),
            dossier.map(Dossier::id).orElse(null),
            reason,
            null);
    gate.shows(What.EMERGENCY, caller, dossier, verdict.rule(), SUBJECT);
    EmergencyAccess kept = accesses.add(caller.school(), access);
    boolean same = kept.reason().equals(reason) && caller.pupil().equals(kept.pupil());
    return same ? new Outcome.Opened(kept) : new Outcome.KeyReused();
  }

  private static List<Fault> tooShort(EmergencyRequest sent) {
    String reason = sent.reason();
    return reason != null && reason.strip().length() < SHORTEST
        ? List.of(new Fault("/reason", "reason.tooShort"))
        : List.of();
  }

  /** Whether a head and a data protection officer, who are not one person, are told. */
  private static boolean twoAreTold(Caller caller, List<Dossier> all) {
    Set<StaffId> heads = told(caller, all, Role.DIR);
    Set<StaffId> officers = told(caller, all, Role.FG);
    return !heads.isEmpty()
        && !officers.isEmpty()
        && Stream.concat(heads.stream(), officers.stream()).distinct().count() > 1;
  }

  /** Who else of that role, and not too close, will find it on their list. */
  private static Set<StaffId> told(Caller caller, List<Dossier> all, Role role) {
    return caller.around().staff().members().stream()
        .filter(one -> one.roles().contains(role))
        .map(StaffMember::id)
        .filter(one -> !one.equals(caller.person().id()))
        .filter(one -> all.stream().noneMatch(it -> Policy.isTooClose(one, Optional.of(it))))
        .collect(Collectors.toUnmodifiableSet());
  }
}
