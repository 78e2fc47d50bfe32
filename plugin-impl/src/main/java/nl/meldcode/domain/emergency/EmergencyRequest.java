package nl.meldcode.domain.emergency;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why somebody has to know now what the role does not open (A04). */
public record EmergencyRequest(@NotNull @Size(max = 2000) String reason) {
  @Override
  public String toString() {
    return "EmergencyRequest";
  }
}
