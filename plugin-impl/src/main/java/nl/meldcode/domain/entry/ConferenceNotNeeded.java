package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** IB or AF judges that a case conference is not needed, and why (S2.7). */
public record ConferenceNotNeeded(@NotBlank @Size(max = Text.LONG) String reason) implements Entry {
  @Override
  public String toString() {
    return "ConferenceNotNeeded";
  }
}
