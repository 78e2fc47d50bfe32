package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The dossier is to be kept, or no longer has to be: an investigation of Veilig Thuis, a complaint
 * or a lawsuit runs (C.5).
 */
public record LegalHold(
    @NotNull Boolean holds,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Keeping {
  @Override
  public String toString() {
    return "LegalHold";
  }
}
