package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/** The answer to one criterion, for one pupil where each needs an own answer (S4.5). */
public record CriterionAnswer(
    @NotNull Criterion criterion,
    @Nullable PupilId pupil,
    @NotNull YesNoUnknown answer,
    @Nullable @Size(max = Text.LONG) String note) {
  /** The answers that are about all, or about that pupil. */
  static List<CriterionAnswer> about(List<CriterionAnswer> answers, PupilId pupil) {
    return answers.stream()
        .filter(one -> one.pupil() == null || one.pupil().equals(pupil))
        .toList();
  }

  /** Whether the criterion belongs to the other list. */
  boolean misplaced(boolean inGroup) {
    return criterion != null && criterion.ofGroup() != inGroup;
  }

  /** Whether each pupil of an incident needs an answer, and this one says not whose it is. */
  boolean lacksPupil() {
    return pupil == null && criterion != null && (!criterion.ofGroup() || criterion.perPupil());
  }

  /** Whether it is answered, or unknown for a stated reason. */
  public boolean clear() {
    return answer != YesNoUnknown.UNKNOWN || Text.given(note);
  }

  @Override
  public String toString() {
    return "CriterionAnswer[" + criterion + "]";
  }
}
