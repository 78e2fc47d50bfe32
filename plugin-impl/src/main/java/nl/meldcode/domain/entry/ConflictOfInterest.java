package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meldcode.api.StaffId;

/**
 * Whether somebody is too close to this family to see the dossier. It beats every role; a signal
 * and an emergency action can still be recorded (A.12, 2). The last word about a person counts.
 *
 * @param conflict false where it has ended
 */
public record ConflictOfInterest(
    @NotNull StaffId member,
    @NotNull Boolean conflict,
    @NotBlank @Size(max = Text.LONG) String reason,
    @NotNull @PastOrPresent LocalDate on)
    implements AboutStaff {
  @Override
  public String toString() {
    return "ConflictOfInterest";
  }
}
