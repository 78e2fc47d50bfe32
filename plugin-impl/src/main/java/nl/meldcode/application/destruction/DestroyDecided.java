package nl.meldcode.application.destruction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Dossiers.Whom;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Retention;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.DestructionDecision;
import nl.meldcode.domain.entry.DestructionRequest;

/** Carries out what was decided about a dossier: destroys it, and leaves a certificate (C.5). */
public final class DestroyDecided {
  private final Dossiers dossiers;
  private final Erasures erasures;
  private final AccessLog log;
  private final Clock clock;

  public DestroyDecided(Dossiers dossiers, Erasures erasures, AccessLog log, Clock clock) {
    this.log = log;
    this.dossiers = dossiers;
    this.erasures = erasures;
    this.clock = clock;
  }

  /**
   * Looks at the dossiers of these pupils.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it cannot be done now
   */
  public void of(SchoolId school, List<PupilId> pupils) {
    pupils.stream()
        .flatMap(one -> dossiers.of(school, one).stream())
        .forEach(
            one -> new Retention(one).destroyed().ifPresent(decision -> carryOut(one, decision)));
  }

  /** Looks at all dossiers, for what a crash came between; false, since nothing is left over. */
  public boolean all() {
    dossiers.pupils().forEach(this::unlessDamaged);
    return false;
  }

  /** That a dossier is damaged is said where it is read; the others do not wait for it. */
  private boolean unlessDamaged(Whom one) {
    try {
      of(one.school(), List.of(one.pupil()));
      return true;
    } catch (Tampered e) {
      return false;
    }
  }

  /** That it went stays in the chained log, which the dossier takes nothing out of. */
  private void carryOut(Dossier dossier, Stated<DestructionDecision> decision) {
    Certificate certificate = certificate(dossier, decision);
    log.write(
        new AccessLog.Event(
            certificate.at(),
            What.DESTROYED,
            dossier.school(),
            certificate.decidedBy(),
            null,
            dossier.id(),
            "DECIDE_DESTRUCTION.DIR",
            "dossier"));
    erasures.erase(dossier.school(), certificate);
  }

  private Certificate certificate(Dossier dossier, Stated<DestructionDecision> decision) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Stated<DestructionRequest> request =
        dossier.all(DestructionRequest.class).stream()
            .filter(one -> one.recorded().id().equals(decision.entry().request()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a decision names its request"));
    return new Certificate(
        dossier.id(),
        now,
        request.entry().requester(),
        request.recorded().author(),
        decision.recorded().author());
  }
}
