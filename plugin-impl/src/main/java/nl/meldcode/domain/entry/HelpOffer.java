package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Help that was offered, and whether each guardian accepts it (S3.11). */
public record HelpOffer(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.LONG) String offer,
    @Size(max = 10) List<@Valid @NotNull GuardianAnswer> answers)
    implements Entry {
  public HelpOffer {
    answers = Copies.list(answers);
  }

  @Override
  public List<Fault> faults(References known) {
    return GuardianAnswers.faults(answers, "/answers/", known);
  }

  @Override
  public String toString() {
    return "HelpOffer";
  }
}
