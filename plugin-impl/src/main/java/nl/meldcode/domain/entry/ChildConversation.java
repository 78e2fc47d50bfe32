package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** A talk with the child itself, in any step (B.9). */
public record ChildConversation(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String place,
    @NotEmpty @Size(max = 10) List<@NotNull StaffId> staff,
    @NotBlank @Size(max = Text.LONG) String childStatement,
    @Nullable @Size(max = Text.LONG) String toldToChild,
    @Nullable @Size(max = Text.LONG) String interpretation)
    implements Entry {
  public ChildConversation {
    staff = Copies.list(staff);
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults().requireStaff(staff, "/staff", known).list();
  }

  @Override
  public String toString() {
    return "ChildConversation";
  }
}
