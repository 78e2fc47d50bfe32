package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.Action;

/** Somebody is added to the team of this dossier (A.12, 4). */
public record TeamMemberAdded(
    @NotNull StaffId member,
    @NotNull Reads reads,
    @NotBlank @Size(max = Text.LONG) String reason,
    @NotNull @PastOrPresent LocalDate on)
    implements AboutStaff {
  /** How much of it is opened. */
  public enum Reads {
    /** What the role of somebody on the team reads. */
    TEAM,
    /** Also what Veilig Thuis tells of the family; for IB and AF, named by the head (C4). */
    FAMILY_INFORMATION
  }

  @Override
  public Action action() {
    return reads == Reads.FAMILY_INFORMATION
        ? Action.NAME_FOR_FAMILY_INFORMATION
        : AboutStaff.super.action();
  }

  @Override
  public String toString() {
    return "TeamMemberAdded";
  }
}
