package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child's safety is in question: the steps begin (S0.3, S0.4).
 *
 * @param specialForm a form in which talking with parents can be dangerous; null for none (B11.2)
 */
public record DossierOpened(
    @NotNull @PastOrPresent LocalDate on,
    @NotNull Route route,
    @NotEmpty Set<@NotNull ConcernKind> concerns,
    @Nullable @Size(max = Text.LONG) String reason,
    @Nullable SpecialForm specialForm)
    implements Opening {
  public DossierOpened {
    concerns = Copies.set(concerns);
  }

  /** Forms that ask for an expert first. */
  public enum SpecialForm {
    HONOUR,
    FORCED_MARRIAGE,
    GENITAL_MUTILATION
  }

  @Override
  public String toString() {
    return "DossierOpened";
  }
}
