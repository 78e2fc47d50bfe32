package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The signals by date were put on paper; the document goes with the entry (S1.6). */
public record SignalLog(@NotBlank @Size(max = Text.SHORT) String purpose) implements Entry {
  @Override
  public String toString() {
    return "SignalLog";
  }
}
