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
  /** One frozen version and how each guardian stands to it. */
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
      DeliveryRow delivery) {
    @Override
    public String toString() {
      return "Version[" + id + "]";
    }
  }

  /**
   * A guardian with authority.
   *
   * @param status AANGEBODEN until there is an answer
   */
  public record GuardianStatus(
      String id,
      String name,
      Relation relation,
      Authority authority,
      String status,
      @Nullable Answer answer) {
    @Override
    public String toString() {
      return "GuardianStatus[" + id + "]";
    }
  }

  /** What the guardian answered. */
  public record Answer(
      String entry,
      LocalDate on,
      @Nullable LocalTime at,
      Method method,
      @Nullable String guardianView,
      @Nullable String signedName,
      @Nullable String note,
      List<LocalDate> attempts,
      String registeredBy) {
    @Override
    public String toString() {
      return "Answer[" + entry + "]";
    }
  }
}
