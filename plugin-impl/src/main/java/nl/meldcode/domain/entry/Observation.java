package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that the pupil administration itself holds about the pupil, as it was called there when
 * somebody picked it: later changes there change nothing here (A.10, HOST_RECORD).
 */
public record Observation(
    @NotNull UUID id,
    @NotNull Sort sort,
    @NotNull LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String title) {

  /** What sort of thing it is. */
  public enum Sort {
    NOTE,
    ABSENCE,
    INSTRUMENT_RESULT,
    OTHER
  }

  @Override
  public String toString() {
    return "Observation[" + sort + "]";
  }
}
