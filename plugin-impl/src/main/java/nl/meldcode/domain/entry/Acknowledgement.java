package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one guardian, or of a pupil of 16 or older, to one version of a report, tied to the
 * SHA-256 of its document (S3.7 to S3.9). What they think of it stays with the report.
 *
 * @param guardian who answers; the pupil under the id of the registration
 * @param guardiansMaySee whether the pupil wants the guardians to read and sign this version too;
 *     asked of nobody else, and the last answer counts
 * @param sheet what they signed, where they did so on paper and it was kept
 */
public record Acknowledgement(
    @NotNull EntryId report,
    @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String documentSha256,
    @NotNull PersonId guardian,
    @NotNull AcknowledgementStatus status,
    @NotNull Method method,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable LocalTime at,
    @Nullable @Size(max = Text.LONG) String guardianView,
    @Nullable @Size(max = Text.SHORT) String signedName,
    @Nullable @Size(max = Text.LONG) String note,
    @Size(max = 20) List<@NotNull @PastOrPresent LocalDate> attempts,
    @Nullable Boolean guardiansMaySee,
    @Nullable @Valid SignedSheet sheet)
    implements Entry {
  public Acknowledgement {
    attempts = Copies.list(attempts);
  }

  /** How the guardian answered. */
  public enum Method {
    ON_SCREEN,
    PAPER,
    NONE
  }

  @Override
  public List<Fault> faults(References known) {
    boolean answered =
        status == AcknowledgementStatus.GEZIEN || status == AcknowledgementStatus.ONDERTEKEND;
    boolean signedOnScreen =
        status == AcknowledgementStatus.ONDERTEKEND && method == Method.ON_SCREEN;
    boolean pupil = new PersonId(known.pupil().value()).equals(guardian);
    boolean reached = status != AcknowledgementStatus.NIET_BEREIKT;
    return new Faults()
        .require(known.entry(report, MeetingReport.class).isPresent(), "/report", "report.unknown")
        .require(pupil || known.isGuardian(guardian), "/guardian", "guardian.unknown")
        .require(answered || Text.given(note), "/note", "note.missing")
        .require(reached || !attempts.isEmpty(), "/attempts", "attempts.missing")
        .require(answered == (method != Method.NONE), "/method", "method.mismatch")
        .require(
            (answered && pupil) == (guardiansMaySee != null), "/guardiansMaySee", faultOf(pupil))
        .require(sheet == null || method == Method.PAPER, "/sheet", "sheet.notPaper")
        .require(!signedOnScreen || Text.given(signedName), "/signedName", "name.missing")
        .list();
  }

  private static String faultOf(boolean pupil) {
    return pupil ? "consent.mismatch" : "consent.onlyPupil";
  }

  @Override
  public String toString() {
    return "Acknowledgement";
  }
}
