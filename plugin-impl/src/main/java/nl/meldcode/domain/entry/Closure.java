package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dossier is closed; what is still missing is accepted with a reason for each (O10). */
public record Closure(
    @NotNull CloseReason reason,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable @Size(max = Text.LONG) String note,
    @Size(max = 200) List<@Valid @NotNull AcceptedGap> acceptedGaps)
    implements Entry {
  public Closure {
    acceptedGaps = Copies.list(acceptedGaps);
  }

  /** One requirement that is missing, and why closing is right all the same. */
  public record AcceptedGap(
      @NotBlank @Size(max = Text.SHORT) String requirement,
      @NotBlank @Size(max = Text.LONG) String reason) {
    @Override
    public String toString() {
      return "AcceptedGap";
    }
  }

  @Override
  public String toString() {
    return "Closure";
  }
}
