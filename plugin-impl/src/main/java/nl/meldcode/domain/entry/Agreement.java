package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was agreed, who does it, and by when (S3.2). */
public record Agreement(
    @NotBlank @Size(max = Text.LONG) String what,
    @NotBlank @Size(max = Text.SHORT) String who,
    @Nullable LocalDate dueOn) {
  @Override
  public String toString() {
    return "Agreement";
  }
}
