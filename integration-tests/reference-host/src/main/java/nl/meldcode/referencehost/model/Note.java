package nl.meldcode.referencehost.model;

import java.time.LocalDate;
import java.util.UUID;

/** A note of the administration itself. */
public record Note(
    UUID pupilId, UUID authorStaffId, LocalDate writtenOn, String title, String text) {
  @Override
  public String toString() {
    return "Note[pupil " + pupilId + "]";
  }
}
