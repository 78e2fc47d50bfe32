package nl.meldcode.domain.dossier;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.CloseReason;
import nl.meldcode.domain.entry.DestructionDecision;
import nl.meldcode.domain.entry.DestructionDecision.Choice;
import nl.meldcode.domain.entry.DestructionRequest;
import nl.meldcode.domain.entry.LegalHold;

/** How long a dossier is kept, as its own entries say (C.5). Pure. */
public record Retention(Dossier dossier) {
  private static final Period NOTHING_FOUND = Period.ofYears(1);
  private static final Period AFTER_LEAVING = Period.ofYears(2);

  /**
   * Whether it must be kept: somebody said so, or Veilig Thuis still works on a report, or
   * management has not answered an emergency yet (C.5).
   */
  public boolean isHeld() {
    return dossier.state() == DossierState.REPORTED
        || dossier.state() == DossierState.EMERGENCY
        || hold().filter(one -> one.entry().holds()).isPresent();
  }

  /** What was said last about keeping it. */
  public Optional<Stated<LegalHold>> hold() {
    return dossier.latest(LegalHold.class);
  }

  /** Of the requests that wait for an answer the one that is due first. */
  public Optional<Stated<DestructionRequest>> asked() {
    return dossier.all(DestructionRequest.class).stream()
        .filter(one -> !isAnswered(one.recorded().id()))
        .min(Comparator.comparing(one -> one.entry().due()));
  }

  /** Whether the head decided on that request. */
  public boolean isAnswered(EntryId request) {
    return dossier.all(DestructionDecision.class).stream()
        .anyMatch(one -> one.entry().request().equals(request));
  }

  /** What is to be destroyed by now, in the order in which it was decided; nothing while held. */
  public List<Erasure> due() {
    return isHeld()
        ? List.of()
        : dossier.all(DestructionDecision.class).stream()
            .filter(one -> one.entry().choice() != Choice.REFUSE)
            .flatMap(one -> erasure(one).stream())
            .filter(one -> !one.entries().isEmpty())
            .toList();
  }

  private Optional<Erasure> erasure(Stated<DestructionDecision> decision) {
    return dossier
        .entry(decision.entry().request(), DestructionRequest.class)
        .map(one -> Erasure.of(dossier, one, decision));
  }

  /** From when on somebody should ask whether it is still needed: nothing was found in it. */
  public Optional<LocalDate> reviewOn() {
    boolean done =
        dossier.all(DestructionDecision.class).stream()
            .anyMatch(one -> one.entry().choice() == Choice.MINIMISE);
    return dossier
        .closure()
        .filter(one -> !done)
        .map(Stated::entry)
        .filter(
            one -> one.reason() == CloseReason.NO_CONCERN || one.reason() == CloseReason.REFUTED)
        .map(one -> one.on().plus(NOTHING_FOUND));
  }

  /** The day from which the dossier of a pupil who left on that day need not be kept. */
  public static LocalDate overOn(LocalDate leftOn) {
    return leftOn.plus(AFTER_LEAVING);
  }
}
