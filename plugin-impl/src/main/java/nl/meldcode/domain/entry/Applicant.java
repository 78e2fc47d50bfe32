package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks something about what the school keeps (C.4): a guardian, the pupil, or somebody else in
 * words, such as a lawyer.
 */
public record Applicant(
    @NotNull Capacity capacity,
    @Nullable PersonId guardian,
    @Nullable @Size(max = Text.SHORT) String name) {
  /** As what. */
  public enum Capacity {
    GUARDIAN,
    /** From sixteen on it is the pupil who asks. */
    PUPIL,
    OTHER
  }

  List<Fault> faults(References known) {
    return new Faults()
        .require(
            capacity != Capacity.GUARDIAN || (guardian != null && known.isGuardian(guardian)),
            "/by/guardian",
            "guardian.unknown")
        .require(capacity != Capacity.OTHER || Text.given(name), "/by/name", "name.missing")
        .list();
  }

  @Override
  public String toString() {
    return "Applicant[" + capacity + "]";
  }
}
