package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.meldcode.api.DossierId;

/** IB or AF confirms or removes a link to another dossier (A.10; A.12, 6). */
public record LinkDecision(
    @NotNull DossierId other,
    @NotNull LinkKind link,
    @NotNull Choice choice,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Entry {
  /** What was decided. */
  public enum Choice {
    CONFIRMED,
    REMOVED
  }

  @Override
  public String toString() {
    return "LinkDecision";
  }
}
