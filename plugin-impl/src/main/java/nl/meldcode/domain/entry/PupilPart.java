package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.PupilId;

/** What of something shared concerns one of the pupils, and goes into that pupil's dossier only. */
public record PupilPart(@NotNull PupilId pupil, @NotBlank @Size(max = Text.LONG) String text) {
  static List<PupilPart> of(List<PupilPart> parts, PupilId pupil) {
    return parts.stream().filter(one -> pupil.equals(one.pupil())).toList();
  }

  @Override
  public String toString() {
    return "PupilPart[" + pupil + "]";
  }
}
