package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meldcode.api.StaffId;

/** Somebody who was added leaves the team of this dossier (A.12, 4). */
public record TeamMemberRemoved(
    @NotNull StaffId member,
    @NotBlank @Size(max = Text.LONG) String reason,
    @NotNull @PastOrPresent LocalDate on)
    implements AboutStaff {
  @Override
  public String toString() {
    return "TeamMemberRemoved";
  }
}
