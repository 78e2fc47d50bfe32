package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * IB or AF looks again at how often and how serious it was, and says less than was recorded; what
 * is recorded later counts beside it (A.12, 9).
 */
public record ValuesLowered(
    @NotNull Frequency frequency,
    @NotNull Seriousness seriousness,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Entry {
  @Override
  public String toString() {
    return "ValuesLowered";
  }
}
