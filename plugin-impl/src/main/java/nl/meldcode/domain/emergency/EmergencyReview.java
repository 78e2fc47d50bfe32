package nl.meldcode.domain.emergency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody else thinks of an emergency access (A05). */
public record EmergencyReview(@NotNull Boolean justified, @NotBlank @Size(max = 2000) String note) {
  @Override
  public String toString() {
    return "EmergencyReview";
  }
}
