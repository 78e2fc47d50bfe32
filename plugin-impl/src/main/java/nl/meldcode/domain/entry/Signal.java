package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen or heard. Facts, what the child said and what the writer thinks stand in
 * fields of their own (S1.1 to S1.3, S1.8).
 */
public record Signal(
    @NotNull @PastOrPresent LocalDate observedOn,
    @Nullable LocalTime observedAt,
    @NotNull Source source,
    @Nullable @Size(max = Text.SHORT) String observer,
    @Nullable @Size(max = Text.SHORT) String place,
    @NotBlank @Size(max = Text.LONG) String facts,
    @Nullable @Size(max = Text.LONG) String childStatement,
    @Nullable @Size(max = Text.LONG) String interpretation,
    boolean childToldUnasked,
    @Nullable Frequency frequency,
    @Nullable Seriousness seriousness,
    @Size(max = 40) List<@NotNull PupilId> otherPupils,
    @Size(max = 20) List<@Valid @NotNull Observation> evidence)
    implements Entry {
  public Signal {
    otherPupils = Copies.list(otherPupils);
    evidence = Copies.list(evidence);
  }

  /** How the writer knows. */
  public enum Source {
    SELF,
    COLLEAGUE,
    OTHER
  }

  @Override
  public LocalDate on() {
    return observedOn;
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                source == null || source == Source.SELF || Text.given(observer),
                "/observer",
                "observer.missing");
    for (int i = 0; i < otherPupils.size(); i++) {
      faults.require(known.isPupil(otherPupils.get(i)), "/otherPupils/" + i, "pupil.unknown");
    }
    for (int i = 0; i < evidence.size(); i++) {
      faults.require(known.isObservation(evidence.get(i)), "/evidence/" + i, "observation.unknown");
    }
    return faults.list();
  }

  /** At least striking when the child told of its own accord (S1.8). */
  public Seriousness effectiveSeriousness() {
    Seriousness given = seriousness == null ? Seriousness.NOT_STRIKING : seriousness;
    boolean raise = childToldUnasked && given == Seriousness.NOT_STRIKING;
    return raise ? Seriousness.STRIKING : given;
  }

  @Override
  public String toString() {
    return "Signal";
  }
}
