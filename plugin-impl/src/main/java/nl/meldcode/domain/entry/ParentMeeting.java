package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.StaffId;
import org.jspecify.annotations.Nullable;

/** A talk with parents and the seven points to attend to in it (S3.1, S3.10). */
public record ParentMeeting(
    @NotNull @PastOrPresent LocalDate on,
    @NotBlank @Size(max = Text.SHORT) String place,
    @NotEmpty @Size(max = 20) List<@NotNull StaffId> schoolParticipants,
    @Size(max = 10) List<@NotNull PersonId> guardiansPresent,
    boolean pupilPresent,
    @Size(max = 7) List<@Valid @NotNull PointAnswer> points,
    @Nullable Recognition recognition)
    implements Entry {
  public ParentMeeting {
    schoolParticipants = Copies.list(schoolParticipants);
    guardiansPresent = Copies.list(guardiansPresent);
    points = Copies.list(points);
  }

  /** The seven points, in the order of S3.10a to S3.10g. */
  public enum Point {
    PURPOSE,
    FACTS,
    CRITERIA,
    RECOGNITION,
    EMOTION,
    COOPERATION,
    AGREEMENTS
  }

  /** One point: done, or not applicable for a reason. */
  public record PointAnswer(
      @NotNull Point point, boolean done, @Nullable @Size(max = Text.LONG) String note) {
    @Override
    public String toString() {
      return "PointAnswer[" + point + "]";
    }
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults = new Faults().requireStaff(schoolParticipants, "/schoolParticipants", known);
    for (int i = 0; i < guardiansPresent.size(); i++) {
      faults.require(
          known.isGuardian(guardiansPresent.get(i)), "/guardiansPresent/" + i, "guardian.unknown");
    }
    for (int i = 0; i < points.size(); i++) {
      PointAnswer answer = points.get(i);
      faults.require(
          answer.done() || Text.given(answer.note()), "/points/" + i + "/note", "reason.missing");
    }
    boolean recognised =
        points.stream().noneMatch(p -> p.point() == Point.RECOGNITION && p.done())
            || recognition != null;
    return faults.require(recognised, "/recognition", "answer.missing").list();
  }

  @Override
  public String toString() {
    return "ParentMeeting";
  }
}
