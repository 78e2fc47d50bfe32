package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A child's safety is in question: the steps begin (S0.3, S0.4). */
public record DossierOpened(
    @NotNull @PastOrPresent LocalDate on,
    @NotNull Route route,
    @NotEmpty Set<@NotNull ConcernKind> concerns,
    @Nullable @Size(max = Text.LONG) String reason)
    implements Entry {
  public DossierOpened {
    concerns = Copies.set(concerns);
  }

  @Override
  public String toString() {
    return "DossierOpened";
  }
}
