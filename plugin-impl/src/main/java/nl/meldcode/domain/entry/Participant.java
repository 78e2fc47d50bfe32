package nl.meldcode.domain.entry;

import jakarta.validation.constraints.Size;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part in a consultation (S2.1): a member of staff by id, or an outsider by name
 * and organisation.
 */
public record Participant(
    @Nullable StaffId staff,
    @Nullable @Size(max = Text.SHORT) String name,
    @Nullable @Size(max = Text.SHORT) String organisation) {
  /** Whether this is somebody from outside the school. */
  public boolean external() {
    return staff == null;
  }

  @Override
  public String toString() {
    return "Participant[" + staff + "]";
  }
}
