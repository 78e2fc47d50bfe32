package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list of signals were seen (S1.9). It is never a score: nothing counts the items.
 *
 * @param list the name of the list
 * @param items those that were seen; none is an answer, too
 */
public record SignalChecklist(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String list,
    @Size(max = 200) List<@Valid @NotNull Item> items,
    @Nullable @Size(max = Text.LONG) String note)
    implements Entry {
  public SignalChecklist {
    items = Copies.list(items);
  }

  /** One item of the list that was seen. */
  public record Item(
      @NotBlank @Size(max = Text.LONG) String what, @Nullable @Size(max = Text.LONG) String note) {
    @Override
    public String toString() {
      return "Item";
    }
  }

  @Override
  public String toString() {
    return "SignalChecklist";
  }
}
