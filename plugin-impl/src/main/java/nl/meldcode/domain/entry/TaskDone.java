package nl.meldcode.domain.entry;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A task of the dossier was done: an agreement with parents, an action of a case conference, or
 * what Veilig Thuis expects (S3.2, S2.8, S6.7c).
 *
 * @param source the entry in which it was agreed
 * @param number its place there, from 1
 */
public record TaskDone(
    @NotNull EntryId source,
    @Min(1) int number,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable @Size(max = Text.LONG) String note)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    boolean there = known.entry(source, HoldsTasks.class).filter(this::isIn).isPresent();
    return new Faults().require(there, "/source", "task.unknown").list();
  }

  private boolean isIn(HoldsTasks holder) {
    return number <= holder.tasks().size();
  }

  @Override
  public String toString() {
    return "TaskDone";
  }
}
