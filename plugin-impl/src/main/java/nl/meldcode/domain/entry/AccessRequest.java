package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to read the dossier, or for a copy (GDPR art. 15).
 *
 * @param wish what exactly, in their words; null for everything
 */
public record AccessRequest(
    @NotNull @Valid Applicant by,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable @Size(max = Text.LONG) String wish)
    implements AskedOfSchool {
  @Override
  public List<Fault> faults(References known) {
    return by == null ? List.of() : by.faults(known);
  }

  @Override
  public String toString() {
    return "AccessRequest";
  }
}
