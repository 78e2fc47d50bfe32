package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.StaffId;

/**
 * Which behaviour was seen and which criteria it crosses: provisional, never by one person (S2.2).
 */
public record FlagAssessment(
    @NotBlank @Size(max = Text.LONG) String behaviour,
    @NotNull @Size(min = 1, max = 60) List<@Valid @NotNull CriterionAnswer> verdicts,
    @NotNull @Size(min = 2, max = 20) List<@NotNull StaffId> assessors)
    implements Entry {
  public FlagAssessment {
    verdicts = Copies.list(verdicts);
    assessors = Copies.list(assessors);
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                assessors.stream().distinct().count() == assessors.size(),
                "/assessors",
                "assessors.same");
    for (int i = 0; i < assessors.size(); i++) {
      faults.require(known.isStaff(assessors.get(i)), "/assessors/" + i, "staff.unknown");
    }
    return faults.list();
  }

  @Override
  public String toString() {
    return "FlagAssessment";
  }
}
