package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Everything recorded so far was put on paper, in order; the document goes with the entry. */
public record Chronology(@NotBlank @Size(max = Text.SHORT) String purpose) implements Entry {
  @Override
  public String toString() {
    return "Chronology";
  }
}
