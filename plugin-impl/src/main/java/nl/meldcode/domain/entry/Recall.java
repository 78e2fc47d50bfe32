package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether Veilig Thuis comes back to a suspicion that was not confirmed: when, with whom and how
 * (S6.3b, c).
 *
 * @param detailsNotTold Veilig Thuis comes back, but did not say when, with whom or how
 */
public record Recall(
    @NotNull Told planned,
    @Nullable LocalDate dueOn,
    @Nullable @Size(max = Text.SHORT) String with,
    @Nullable @Size(max = Text.SHORT) String method,
    boolean detailsNotTold) {
  /** Whether nothing of it is left to ask. */
  public boolean settled() {
    boolean details = dueOn != null && Text.given(with) && Text.given(method);
    return planned != Told.YES || detailsNotTold || details;
  }

  @Override
  public String toString() {
    return "Recall";
  }
}
