package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import nl.meldcode.api.EntryId;

/** Veilig Thuis began its own investigation; its ten weeks count from here (S5.8). */
public record InvestigationStarted(@NotNull EntryId report, @NotNull @PastOrPresent LocalDate on)
    implements AfterReport {
  @Override
  public String toString() {
    return "InvestigationStarted";
  }
}
