package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;

/**
 * Somebody lets the host show a version of a report in its parents' portal, or takes it out of it
 * again (Host Connect 6.3, item 3). Without it no parent finds there what the plugin stored (C.3).
 *
 * @param readers each guardian who will be able to read it: a portal shows it to all who have
 *     authority, so that one for whom it may not be shown keeps it from everybody
 */
public record ReportReleased(
    @NotNull EntryId report,
    @NotNull Portal portal,
    @Size(max = 20) List<@NotNull PersonId> readers,
    @NotBlank @Size(max = Text.LONG) String reason)
    implements Entry {
  public ReportReleased {
    readers = Copies.list(readers);
  }

  /** What the parents' portal does with it from then on. */
  public enum Portal {
    SHOWN,
    HIDDEN
  }

  /** Whether parents may find it in the portal. */
  public boolean shows() {
    return portal == Portal.SHOWN;
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(known.entry(report, MeetingReport.class).isPresent(), "/report", "report.unknown")
        .require(readers.stream().allMatch(known::isGuardian), "/readers", "guardian.unknown")
        .require(shows() == !readers.isEmpty(), "/readers", "readers.mismatch")
        .list();
  }

  @Override
  public String toString() {
    return "ReportReleased";
  }
}
