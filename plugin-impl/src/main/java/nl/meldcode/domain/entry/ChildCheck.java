package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kindcheck: what is known of the parents, and of other children who live with them (B11.1).
 */
public record ChildCheck(
    @NotNull @PastOrPresent LocalDate on,
    @NotNull YesNoUnknown parentSignals,
    @Nullable @Size(max = Text.LONG) String parentSignalsNote,
    @NotNull YesNoUnknown otherChildren,
    @Nullable @Size(max = Text.LONG) String otherChildrenNote)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            explained(parentSignals, parentSignalsNote), "/parentSignalsNote", "answer.missing")
        .require(
            explained(otherChildren, otherChildrenNote), "/otherChildrenNote", "answer.missing")
        .list();
  }

  private static boolean explained(@Nullable YesNoUnknown answer, @Nullable String note) {
    return answer != YesNoUnknown.YES || Text.given(note);
  }

  @Override
  public String toString() {
    return "ChildCheck";
  }
}
