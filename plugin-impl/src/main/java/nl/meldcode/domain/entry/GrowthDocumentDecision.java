package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whether a groeidocument is started after a conference with outsiders: AF or IB only (S2.9). */
public record GrowthDocumentDecision(
    @NotNull Choice choice,
    @NotBlank @Size(max = Text.LONG) String reason,
    @Nullable @Size(max = Text.SHORT) String reference)
    implements Entry {
  /** Start it or not. */
  public enum Choice {
    START,
    NOT_START
  }

  @Override
  public String toString() {
    return "GrowthDocumentDecision";
  }
}
