package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.EntryId;

/**
 * Somebody added the document of a report to the pupil's record by hand, where the host takes none
 * (Host Connect 0, decision 1).
 */
public record AddedByHand(@NotNull EntryId report, @NotNull @PastOrPresent LocalDate on)
    implements Entry {
  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            report == null || known.entry(report, MeetingReport.class).isPresent(),
            "/report",
            "report.unknown")
        .list();
  }

  @Override
  public String toString() {
    return "AddedByHand";
  }
}
