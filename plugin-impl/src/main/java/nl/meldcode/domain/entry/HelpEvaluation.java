package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What the help did for child and family (S5.3).
 *
 * @param resultInTime whether it led to result within the agreed term; null where the protocol does
 *     not ask it (B2.Q5)
 */
public record HelpEvaluation(
    @NotNull EntryId arrangement,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull @Size(max = Text.LONG) String effectChild,
    @Nullable @Size(max = Text.LONG) String effectFamily,
    @NotNull Improved improved,
    @Nullable LocalDate nextReviewOn,
    @Nullable Boolean resultInTime)
    implements Entry {
  /** Whether the situation got better. */
  public enum Improved {
    YES,
    PARTLY,
    NO
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            known.entry(arrangement, HelpArrangement.class).isPresent(),
            "/arrangement",
            "arrangement.unknown")
        .require(
            improved != Improved.PARTLY || nextReviewOn != null, "/nextReviewOn", "answer.missing")
        .list();
  }

  @Override
  public String toString() {
    return "HelpEvaluation";
  }
}
