package nl.meldcode.application.port;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.domain.entry.Agreement;
import org.jspecify.annotations.Nullable;

/** Makes documents as PDF/A-2b, in Dutch, for archives and paper. */
public interface Documents {
  /** Renders a version of a report for parents. */
  byte[] report(ReportSheet sheet);

  /** Renders one guardian's answer to a version, with the guardian's own view. */
  byte[] reaction(ReactionSheet sheet);

  /** Puts stored documents behind one another, without touching their pages. */
  byte[] joined(List<byte[]> documents);

  /**
   * A report. Holds only the parents' own child.
   *
   * @param code eight characters that tie a signed sheet to this version; on every page, also as QR
   * @param present names and functions of those who were at the talk
   */
  record ReportSheet(
      String school,
      String pupil,
      LocalDate meetingOn,
      String place,
      List<String> present,
      String text,
      @Nullable String parentsView,
      List<Agreement> agreements,
      int version,
      String code,
      String author,
      LocalDate recordedOn) {
    @Override
    public String toString() {
      return "ReportSheet[" + code + "]";
    }
  }

  /**
   * An answer.
   *
   * @param status the answer in words, such as "Gezien. Dit is geen akkoord."
   */
  record ReactionSheet(
      String school,
      String pupil,
      LocalDate meetingOn,
      int version,
      String code,
      String sha256,
      String guardian,
      String relation,
      String status,
      String answeredOn,
      @Nullable String guardianView,
      @Nullable String signedName,
      String registeredBy) {
    @Override
    public String toString() {
      return "ReactionSheet[" + code + "]";
    }
  }
}
