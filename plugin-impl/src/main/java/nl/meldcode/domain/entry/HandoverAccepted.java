package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** IB or head takes over the responsibility for repeated, striking or serious behaviour (S0.6). */
public record HandoverAccepted(
    @NotNull @PastOrPresent LocalDate on, @Nullable @Size(max = Text.LONG) String note)
    implements Entry {
  @Override
  public String toString() {
    return "HandoverAccepted";
  }
}
