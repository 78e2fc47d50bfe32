package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.api.EntryId;

/**
 * Somebody says that what was recorded is not right (GDPR art. 16).
 *
 * @param entry what it is about
 * @param wish what is wrong and how it should be, in their words
 */
public record RectificationRequest(
    @NotNull @Valid Applicant by,
    @NotNull @PastOrPresent LocalDate on,
    @NotNull EntryId entry,
    @NotBlank @Size(max = Text.LONG) String wish)
    implements AskedOfSchool {
  @Override
  public List<Fault> faults(References known) {
    List<Fault> all = new ArrayList<>(by == null ? List.of() : by.faults(known));
    boolean there = known.entry(entry, Entry.class).isPresent();
    all.addAll(new Faults().require(there, "/entry", "entry.unknown").list());
    return all;
  }

  @Override
  public String toString() {
    return "RectificationRequest";
  }
}
