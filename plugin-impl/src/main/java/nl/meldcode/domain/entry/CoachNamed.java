package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;

/** Who coaches the teacher through the steps (S2.12). */
public record CoachNamed(@NotNull StaffId coach, @NotNull @PastOrPresent LocalDate on)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    return new Faults().require(known.isStaff(coach), "/coach", "staff.unknown").list();
  }

  @Override
  public String toString() {
    return "CoachNamed";
  }
}
