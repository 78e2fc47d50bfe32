package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/** The five questions over all signals of the dossier (S1.7), with how striking it is. */
public record SignalOverview(
    @NotBlank @Size(max = Text.LONG) String what,
    @NotNull Frequency frequency,
    @Nullable @Size(max = Text.LONG) String howOften,
    @NotBlank @Size(max = Text.LONG) String situations,
    @NotNull YesNoUnknown others,
    @Size(max = 40) List<@NotNull PupilId> otherPupils,
    @Nullable @Size(max = Text.LONG) String othersNote,
    boolean developmentUnknown,
    @Nullable @Size(max = Text.LONG) String development,
    @NotNull Seriousness seriousness)
    implements Entry {
  public SignalOverview {
    otherPupils = Copies.list(otherPupils);
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                developmentUnknown || Text.given(development), "/development", "answer.missing")
            .require(
                others != YesNoUnknown.YES || !otherPupils.isEmpty() || Text.given(othersNote),
                "/otherPupils",
                "otherPupils.missing");
    for (int i = 0; i < otherPupils.size(); i++) {
      faults.require(known.isPupil(otherPupils.get(i)), "/otherPupils/" + i, "pupil.unknown");
    }
    return faults.list();
  }

  @Override
  public String toString() {
    return "SignalOverview";
  }
}
