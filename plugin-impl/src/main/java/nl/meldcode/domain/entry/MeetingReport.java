package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the report of a talk, agreements included (S3.3). Recording it freezes the text and
 * the bytes of its PDF; a change is a next version. The version number follows from the order.
 */
public record MeetingReport(
    @NotNull EntryId meeting,
    @NotBlank @Size(max = Text.LONG * 3) String text,
    @Nullable @Size(max = Text.LONG) String parentsView,
    @Size(max = 40) List<@Valid @NotNull Agreement> agreements)
    implements HoldsTasks {
  public MeetingReport {
    agreements = Copies.list(agreements);
  }

  @Override
  public List<Task> tasks() {
    return HoldsTasks.of(agreements);
  }

  @Override
  public List<Fault> faults(References known) {
    return new Faults()
        .require(
            known.entry(meeting, ParentMeeting.class).isPresent(), "/meeting", "meeting.unknown")
        .list();
  }

  @Override
  public String toString() {
    return "MeetingReport";
  }
}
