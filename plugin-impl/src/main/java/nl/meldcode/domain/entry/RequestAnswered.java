package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;

/**
 * Who asked has the answer (GDPR art. 12(3)).
 *
 * @param how such as: copy handed over, read at school, letter sent
 */
public record RequestAnswered(
    @NotNull EntryId request,
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String how)
    implements Rights {
  @Override
  public List<Fault> faults(References known) {
    boolean there = known.entry(request, AskedOfSchool.class).isPresent();
    return new Faults().require(there, "/request", "request.unknown").list();
  }

  @Override
  public String toString() {
    return "RequestAnswered";
  }
}
