package nl.meldcode.domain.entry;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pupil of twelve or older was told of the report, or why not (B9.1). */
public record PupilInformed(
    @Nullable @PastOrPresent LocalDate informedOn,
    @Nullable @Size(max = Text.SHORT) String how,
    @Nullable @Size(max = Text.LONG) String reason)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require((informedOn == null) == Text.given(reason), "/informedOn", "informed.orExempt")
        .list();
  }

  @Override
  public @Nullable LocalDate on() {
    return informedOn;
  }

  @Override
  public String toString() {
    return "PupilInformed";
  }
}
