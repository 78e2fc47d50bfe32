package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A closed dossier goes on, and why (A.12, 10). */
public record Reopening(
    @NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = Text.LONG) String reason)
    implements Entry {
  @Override
  public String toString() {
    return "Reopening";
  }
}
