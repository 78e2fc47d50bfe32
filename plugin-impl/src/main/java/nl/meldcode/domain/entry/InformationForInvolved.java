package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether parents and others involved were given information, and together with whom (S5.4). */
public record InformationForInvolved(
    @NotNull @PastOrPresent LocalDate on,
    @NotNull Boolean given,
    @Nullable @Size(max = Text.SHORT) String audience,
    @Nullable @Size(max = Text.SHORT) String organisations,
    @Nullable @Size(max = Text.LONG) String what)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    boolean yes = Boolean.TRUE.equals(given);
    return new Faults()
        .require(!yes || Text.given(audience), "/audience", "answer.missing")
        .require(!yes || Text.given(what), "/what", "answer.missing")
        .list();
  }

  @Override
  public String toString() {
    return "InformationForInvolved";
  }
}
