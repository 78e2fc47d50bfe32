package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Organise help or report: IB or head decides, with motivation; the last one counts (S5.1).
 *
 * @param choice follows from the two decisions where both are taken
 * @param afweging null where the protocol knows no afwegingskader
 */
public record Decision(
    @NotNull Choice choice,
    @NotNull @PastOrPresent LocalDate on,
    @NotEmpty @Size(max = 10) List<@NotNull StaffId> deciders,
    @NotBlank @Size(max = Text.LONG) String motivation,
    @Nullable OverrideGround override,
    @Nullable @Size(max = Text.LONG) String overrideReason,
    @Nullable @Valid Afwegingskader afweging)
    implements Entry {
  public Decision {
    deciders = Copies.list(deciders);
    Choice both = afweging == null ? null : afweging.choice();
    choice = both == null ? choice : both;
  }

  /** What is decided. */
  public enum Choice {
    ORGANISE_HELP,
    REPORT,
    NO_FURTHER_ACTION
  }

  /** Ground to report although help was not refused or the situation may still improve (S5.6). */
  public enum OverrideGround {
    ACUTE,
    SAFETY
  }

  /** Help is organised, whether or not there is a report too (B3.2). */
  public boolean organisesHelp() {
    return choice == Choice.ORGANISE_HELP
        || (afweging != null && Boolean.TRUE.equals(afweging.helpPossible()));
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            override == null || Text.given(overrideReason), "/overrideReason", "reason.missing")
        .requireStaff(deciders, "/deciders", known)
        .list();
  }

  @Override
  public String toString() {
    return "Decision";
  }
}
