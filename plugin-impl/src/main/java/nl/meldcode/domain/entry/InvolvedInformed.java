package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.PersonId;
import org.jspecify.annotations.Nullable;

/** A guardian was told of the report, or why not (S5.14, S5.15). */
public record InvolvedInformed(
    @NotNull PersonId guardian,
    @Nullable @PastOrPresent LocalDate informedOn,
    @Nullable @Size(max = Text.SHORT) String how,
    @Nullable Exemption exemption,
    @Nullable @Size(max = Text.LONG) String motivation)
    implements Entry {
  /** Grounds not to inform. */
  public enum Exemption {
    SAFETY_REPORTER,
    SAFETY_CHILD,
    SAFETY_FAMILY,
    TRUST_RELATION
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(known.isGuardian(guardian), "/guardian", "guardian.unknown")
        .require((informedOn == null) != (exemption == null), "/informedOn", "informed.orExempt")
        .require(exemption == null || Text.given(motivation), "/motivation", "reason.missing")
        .list();
  }

  @Override
  public String toString() {
    return "InvolvedInformed";
  }
}
