package nl.meldcode.domain.dossier;

import java.time.LocalDate;
import java.time.Period;
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

  /** Why it must be kept, as long as somebody said so. */
  public Optional<Stated<LegalHold>> hold() {
    return dossier.latest(LegalHold.class).filter(one -> one.entry().holds());
  }

  /** The last request that waits for an answer. */
  public Optional<Stated<DestructionRequest>> asked() {
    return dossier.latest(DestructionRequest.class).filter(one -> !isAnswered(one.recorded().id()));
  }

  /** Whether the head decided on that request. */
  public boolean isAnswered(EntryId request) {
    return dossier.all(DestructionDecision.class).stream()
        .anyMatch(one -> one.entry().request().equals(request));
  }

  /** The decision by which it is to be destroyed. */
  public Optional<Stated<DestructionDecision>> destroyed() {
    return dossier
        .latest(DestructionDecision.class)
        .filter(one -> one.entry().choice() == Choice.DESTROY);
  }

  /** From when on somebody should ask whether it is still needed: nothing was found in it. */
  public Optional<LocalDate> reviewOn() {
    return dossier
        .closure()
        .map(Stated::entry)
        .filter(
            one -> one.reason() == CloseReason.NO_CONCERN || one.reason() == CloseReason.REFUTED)
        .map(one -> one.on().plus(NOTHING_FOUND));
  }
}
