package nl.meldcode.application.destruction;

import java.time.Clock;
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
import nl.meldcode.domain.dossier.Erasure;
import nl.meldcode.domain.dossier.Retention;

/**
 * Carries out what was decided: destroys a dossier or entries of it, and leaves a certificate
 * (C.5).
 */
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
        .forEach(one -> new Retention(one).due().forEach(erasure -> carryOut(one, erasure)));
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
  private void carryOut(Dossier dossier, Erasure erasure) {
    Certificate certificate = certificate(dossier, erasure);
    log.write(
        new AccessLog.Event(
            certificate.at(),
            What.DESTROYED,
            dossier.school(),
            certificate.decidedBy(),
            null,
            dossier.id(),
            "DECIDE_DESTRUCTION.DIR",
            erasure.isWhole() ? "dossier" : "entries"));
    erasures.erase(dossier.school(), certificate);
  }

  private Certificate certificate(Dossier dossier, Erasure erasure) {
    return new Certificate(
        dossier.id(),
        erasure.ids(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        erasure.request().entry().requester(),
        erasure.request().recorded().author(),
        erasure.decision().recorded().author());
  }
}
