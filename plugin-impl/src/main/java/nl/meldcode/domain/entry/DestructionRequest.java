package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Somebody asks that the dossier be destroyed, or the school finds that its time is over (C.4,
 * C.5). Who records it does not decide on it (A05).
 *
 * @param on the day it was asked, from which the month for an answer counts (GDPR art. 12(3))
 */
public record DestructionRequest(
    @NotNull Requester requester,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Keeping {
  /** Who asks. */
  public enum Requester {
    GUARDIAN,
    PUPIL,
    /** The school itself: the time for which it keeps a dossier is over. */
    SCHOOL
  }

  /** The last day for an answer. */
  public LocalDate due() {
    return on.plusMonths(1);
  }

  @Override
  public String toString() {
    return "DestructionRequest";
  }
}
