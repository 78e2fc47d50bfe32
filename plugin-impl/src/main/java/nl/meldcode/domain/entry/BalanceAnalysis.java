package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What protects and what endangers, for the child, the family and the surroundings: the balance
 * model of Bakker (S1.10). It is a tool, not a criterion (S4.5-T).
 */
public record BalanceAnalysis(
    @NotNull @PastOrPresent LocalDate on,
    @Nullable @Valid Side protective,
    @Nullable @Valid Side risk)
    implements Entry {
  /** One side of the balance, on three levels. */
  public record Side(
      @Nullable @Size(max = Text.LONG) String child,
      @Nullable @Size(max = Text.LONG) String family,
      @Nullable @Size(max = Text.LONG) String surroundings) {
    boolean given() {
      return Text.given(child) || Text.given(family) || Text.given(surroundings);
    }

    @Override
    public String toString() {
      return "Side";
    }
  }

  @Override
  public List<Fault> faults(References known) {
    boolean given = (protective != null && protective.given()) || (risk != null && risk.given());
    return new Faults().require(given, "/protective/child", "answer.missing").list();
  }

  @Override
  public String toString() {
    return "BalanceAnalysis";
  }
}
