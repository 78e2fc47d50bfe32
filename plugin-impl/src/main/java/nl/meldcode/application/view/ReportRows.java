package nl.meldcode.application.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.domain.entry.Acknowledgement.Method;
import nl.meldcode.domain.entry.Agreement;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Relation;
import org.jspecify.annotations.Nullable;

/** The report of one talk: all its versions, oldest first. */
public record ReportRows(String meeting, List<Version> versions) {
  /**
   * One frozen version and how each who is asked stands to it.
   *
   * @param guardians the pupil first where the pupil signs; guardians then only where they may see
   *     it
   * @param release null while nobody ever released it to the parents' portal
   */
  public record Version(
      String id,
      int number,
      boolean latest,
      Instant recordedAt,
      String author,
      String code,
      String sha256,
      String text,
      @Nullable String parentsView,
      List<Agreement> agreements,
      List<GuardianStatus> guardians,
      DeliveryRow delivery,
      @Nullable Release release) {
    @Override
    public String toString() {
      return "Version[" + id + "]";
    }
  }

  /**
   * What was last decided about the parents' portal.
   *
   * @param shown whether parents may find the version there
   * @param ended whether that ended by itself: it was replaced, or the pupil does not want it
   */
  public record Release(
      boolean shown, boolean ended, Instant recordedAt, String author, DeliveryRow delivery) {
    @Override
    public String toString() {
      return "Release[" + shown + "]";
    }
  }

  /**
   * A guardian with authority, or the pupil.
   *
   * @param relation null of the pupil, as authority is
   * @param status AANGEBODEN until there is an answer
   */
  public record GuardianStatus(
      String id,
      String name,
      @Nullable Relation relation,
      @Nullable Authority authority,
      String status,
      @Nullable Answer answer) {
    @Override
    public String toString() {
      return "GuardianStatus[" + id + "]";
    }
  }

  /**
   * What they answered.
   *
   * @param sheet media type of the signed sheet; null when none was kept
   */
  public record Answer(
      String entry,
      LocalDate on,
      @Nullable LocalTime at,
      Method method,
      @Nullable String guardianView,
      @Nullable String signedName,
      @Nullable String note,
      List<LocalDate> attempts,
      @Nullable Boolean guardiansMaySee,
      @Nullable String sheet,
      String registeredBy) {
    @Override
    public String toString() {
      return "Answer[" + entry + "]";
    }
  }
}
