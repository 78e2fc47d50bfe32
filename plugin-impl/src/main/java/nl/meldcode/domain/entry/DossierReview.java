package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The dossier and its history were read before weighing (S4.1). */
public record DossierReview(
    @NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = Text.LONG) String summary)
    implements Entry {
  @Override
  public String toString() {
    return "DossierReview";
  }
}
