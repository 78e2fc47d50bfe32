package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import nl.meldcode.api.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the report of a talk, agreements included (S3.3). Recording it freezes the text and
 * the bytes of its PDF; a change is a next version. The version number follows from the order.
 *
 * @param pupilSigns whether the pupil is {@value #SIGNS_FROM} or older on the day of recording, and
 *     answers in the guardians' place (A.12, 12); null is no
 */
public record MeetingReport(
    @NotNull EntryId meeting,
    @NotBlank @Size(max = Text.LONG * 3) String text,
    @Nullable @Size(max = Text.LONG) String parentsView,
    @Size(max = 40) List<@Valid @NotNull Agreement> agreements,
    @Nullable Boolean pupilSigns)
    implements HoldsTasks {
  /** From this birthday on a pupil signs for himself (B.9, C.4). */
  public static final int SIGNS_FROM = 16;

  public MeetingReport {
    agreements = Copies.list(agreements);
  }

  /**
   * Whether a pupil answers a report of that day himself. Who was born on 29 February is a year
   * older on 1 March where there is no such day.
   */
  public static boolean pupilSigns(LocalDate bornOn, LocalDate on) {
    return Period.between(bornOn, on).getYears() >= SIGNS_FROM;
  }

  /** Whether the pupil answers this version. */
  public boolean asksPupil() {
    return Boolean.TRUE.equals(pupilSigns);
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
