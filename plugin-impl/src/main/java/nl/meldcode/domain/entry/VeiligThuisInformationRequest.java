package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Veilig Thuis asks the school for information, and the school answers no more than is needed; this
 * is no report (B.11).
 *
 * @param guardiansTold null while that was not decided
 */
public record VeiligThuisInformationRequest(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String contact,
    @NotBlank @Size(max = Text.LONG) String question,
    @NotNull Answer answer,
    @Nullable @PastOrPresent LocalDate answeredOn,
    @Nullable @Size(max = Text.LONG) String given,
    @Nullable @Size(max = Text.LONG) String reason,
    @Nullable Boolean guardiansTold)
    implements Entry {
  /** What the school gave. */
  public enum Answer {
    GIVEN,
    GIVEN_IN_PART,
    NOT_GIVEN
  }

  /** What was given is said; what was kept back has a reason. */
  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(answer == Answer.NOT_GIVEN || Text.given(given), "/given", "answer.missing")
        .require(answer == Answer.NOT_GIVEN || answeredOn != null, "/answeredOn", "answer.missing")
        .require(answer == Answer.GIVEN || Text.given(reason), "/reason", "reason.missing")
        .require(
            answeredOn == null || on == null || !answeredOn.isBefore(on),
            "/answeredOn",
            "date.beforeStart")
        .list();
  }

  @Override
  public String toString() {
    return "VeiligThuisInformationRequest";
  }
}
