package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A step is left out for a stated ground; it then counts as complete "met afwijking" (S3.12). */
public record StepWaiver(
    @NotNull Step step,
    @NotNull WaiverGround ground,
    @NotBlank @Size(max = Text.LONG) String motivation,
    @NotNull @PastOrPresent LocalDate on)
    implements Entry {
  @Override
  public String toString() {
    return "StepWaiver";
  }
}
