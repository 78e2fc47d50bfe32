package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Acute danger was acted on before anything else (B5.1): who was called, when, by whom and why. It
 * opens the dossier, and reopens a closed one (A.12, 23).
 *
 * @param by who called; null when it was the author
 */
public record EmergencyAction(
    @NotEmpty Set<@NotNull Called> called,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull LocalTime at,
    @Nullable StaffId by,
    @NotBlank @Size(max = Text.LONG) String reason,
    @Nullable @Size(max = Text.LONG) String outcome)
    implements Entry {
  public EmergencyAction {
    called = Copies.set(called);
  }

  /** Who was called. */
  public enum Called {
    /** 112. */
    EMERGENCY_SERVICES,
    /** Veilig Thuis, at any hour. */
    VEILIG_THUIS,
    CRISIS_TEAM
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults().require(by == null || known.isStaff(by), "/by", "staff.unknown").list();
  }

  @Override
  public String toString() {
    return "EmergencyAction";
  }
}
