package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meldcode.api.EntryId;

/**
 * What Veilig Thuis told about those involved and the family: the most restricted content of a
 * dossier (S6.7d, C4).
 */
public record FamilyInformation(
    @NotNull EntryId report,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String information)
    implements AfterReport {
  @Override
  public String toString() {
    return "FamilyInformation";
  }
}
