package nl.meldcode.application.read;

import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.domain.access.Action;

/** Tries again to store on the pupil's record what the host would not take (S3.6). */
public final class ResumeDelivery {
  private final Dossiers dossiers;
  private final Deliveries deliveries;
  private final Gate gate;
  private final Runnable nudge;

  public ResumeDelivery(Dossiers dossiers, Deliveries deliveries, Gate gate, Runnable nudge) {
    this.dossiers = dossiers;
    this.deliveries = deliveries;
    this.gate = gate;
    this.nudge = nudge;
  }

  /** Resumes all of the pupil's dossiers; false when the caller may not. */
  public boolean resume(Caller caller) {
    boolean any = false;
    for (var dossier : dossiers.of(caller.school(), caller.pupil())) {
      if (gate.decide(caller, Action.ACKNOWLEDGE, Optional.of(dossier), "delivery").permitted()) {
        deliveries.resume(dossier.school(), dossier.id());
        any = true;
      }
    }
    nudge.run();
    return any;
  }
}
