package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was done in class because of signals: guiding, limiting, teaching (S1.5). */
public record ClassroomAction(
    @NotNull @PastOrPresent LocalDate on,
    @NotEmpty Set<@NotNull Aim> aims,
    @NotBlank @Size(max = Text.LONG) String what,
    @Nullable @Size(max = Text.LONG) String effect)
    implements Entry {
  public ClassroomAction {
    aims = Copies.set(aims);
  }

  /** What it was meant to do. */
  public enum Aim {
    GUIDE,
    LIMIT,
    TEACH_DESIRED
  }

  @Override
  public String toString() {
    return "ClassroomAction";
  }
}
