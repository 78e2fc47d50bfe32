package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/** What Veilig Thuis found in its safety assessment of a report (B8.1). */
public record SafetyAssessment(
    @NotNull EntryId report,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull Outcome outcome,
    @Nullable @Size(max = Text.LONG) String note)
    implements AfterReport {
  /** What follows from it. */
  public enum Outcome {
    INVESTIGATION,
    /** A request to the Raad voor de Kinderbescherming. */
    CHILD_PROTECTION_BOARD,
    CONDITIONS_AND_FOLLOW_UP,
    HANDOVER,
    END_OF_INVOLVEMENT;

    /** Whether a conclusion still follows; else there is no investigation (A.12, 14). */
    public boolean goesOn() {
      return this == INVESTIGATION || this == CHILD_PROTECTION_BOARD;
    }
  }

  @Override
  public String toString() {
    return "SafetyAssessment";
  }
}
