package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed so that the child is safe now, and who does what (step 5, beside help and a
 * report).
 *
 * @param madeWith with whom it was made: family, pupil, other organisations
 */
public record SafetyPlan(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String madeWith,
    @NotBlank @Size(max = Text.LONG) String danger,
    @NotEmpty @Size(max = 20) List<@Valid @NotNull Agreement> agreements,
    @NotNull LocalDate reviewOn,
    @Nullable @Size(max = Text.LONG) String ifItGoesWrong)
    implements HoldsTasks {
  public SafetyPlan {
    agreements = Copies.list(agreements);
  }

  @Override
  public List<Task> tasks() {
    return HoldsTasks.of(agreements);
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            on == null || reviewOn == null || !reviewOn.isBefore(on),
            "/reviewOn",
            "date.beforeStart")
        .list();
  }

  @Override
  public String toString() {
    return "SafetyPlan";
  }
}
