package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an instrument such as SCOL or ZIEN! says, as a source for signals (S1.11, S3.4). */
public record InstrumentResult(
    @NotBlank @Size(max = Text.SHORT) String instrument,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String outcome,
    @Nullable @Size(max = Text.SHORT) String reference)
    implements Entry {
  @Override
  public String toString() {
    return "InstrumentResult";
  }
}
