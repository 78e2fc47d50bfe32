package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What school sees at the moment that Veilig Thuis comes back to a suspicion (S6.3). */
public record RecallCheck(
    @NotNull @PastOrPresent LocalDate on, @NotBlank @Size(max = Text.LONG) String observations)
    implements Entry {
  @Override
  public String toString() {
    return "RecallCheck";
  }
}
