package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What IB or head did once they knew of an emergency action (B5.2). */
public record ManagementResponse(
    @NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = Text.LONG) String response)
    implements Entry {
  @Override
  public String toString() {
    return "ManagementResponse";
  }
}
