package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What Veilig Thuis concluded about a report, and what belongs to that conclusion (S6.1 to S6.5).
 * What is not told yet may be left out; the dossier then says what to ask for.
 *
 * @param destructionRight those involved were told that they can ask for destruction (S6.2b)
 * @param helpReferredTo where Veilig Thuis referred the family to although nothing was confirmed
 * @param measures what is needed for lasting safety and recovery (S6.4)
 * @param responsible with whom the next steps lie (S6.5)
 */
public record VeiligThuisConclusion(
    @NotNull EntryId report,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull Conclusion conclusion,
    @Nullable Told fileClosed,
    @Nullable Told destructionRight,
    @Nullable Told reporterInformed,
    @Nullable Told professionalsInformed,
    @Nullable @Size(max = Text.LONG) String helpReferredTo,
    @Nullable @Valid Recall recall,
    @Nullable @Size(max = Text.LONG) String measures,
    boolean measuresNotTold,
    Set<@NotNull ResponsibleParty> responsible,
    @Nullable @Size(max = Text.SHORT) String responsibleContact)
    implements AfterReport {
  public VeiligThuisConclusion {
    responsible = Copies.set(responsible);
  }

  /** The three conclusions, and that nothing was investigated (A.12, 14). */
  public enum Conclusion {
    REFUTED,
    NOT_CONFIRMED,
    CONFIRMED,
    NO_INVESTIGATION
  }

  /** With whom the next steps lie. */
  public enum ResponsibleParty {
    LOCAL_FIELD,
    MULTIDISCIPLINARY_CENTRE,
    CARE_PROVIDERS_INVOLVED,
    VEILIG_THUIS_WITH_CHILD_PROTECTION_BOARD
  }

  @Override
  public String toString() {
    return "VeiligThuisConclusion";
  }
}
