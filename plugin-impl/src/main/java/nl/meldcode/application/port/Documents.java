package nl.meldcode.application.port;

import java.time.LocalDate;
import java.util.List;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.domain.entry.Agreement;
import org.jspecify.annotations.Nullable;

/** Makes documents as PDF/A-2b, in Dutch, for archives and paper. */
public interface Documents {
  /** Renders a version of a report for parents, or for the pupil who signs it. */
  byte[] report(ReportSheet sheet);

  /** Renders one person's answer to a version, with that person's own view. */
  byte[] reaction(ReactionSheet sheet);

  /** Renders what a dossier holds, chapter by chapter. */
  byte[] listing(ListingSheet sheet);

  /** The same documents with on every page that nothing in them is real. */
  Documents toPractise();

  /** Puts stored documents behind one another, without touching their pages. */
  byte[] joined(List<byte[]> documents);

  /**
   * A report. Holds only the parents' own child.
   *
   * @param code eight characters that tie a signed sheet to this version; on every page, also as QR
   * @param present names and functions of those who were at the talk
   * @param pupilSigns whether the pupil signs, and guardians only where the pupil wants it
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
      LocalDate recordedOn,
      boolean pupilSigns) {
    @Override
    public String toString() {
      return "ReportSheet[" + code + "]";
    }
  }

  /**
   * An answer.
   *
   * @param guardian name of who answers, with the relation to the pupil
   * @param status the answer in words, such as "Gezien. Dit is geen akkoord."
   * @param guardiansMaySee whether the pupil wants the guardians to see it; null where not asked
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
      String registeredBy,
      @Nullable Boolean guardiansMaySee) {
    @Override
    public String toString() {
      return "ReactionSheet[" + code + "]";
    }
  }

  /**
   * Recorded entries on paper: signal log, chronology, what goes to Veilig Thuis.
   *
   * @param code eight characters that tie a copy on paper to the entry it belongs to
   * @param facts what stands at the head, label by label
   */
  record ListingSheet(
      String title, String school, String code, List<Line> facts, List<Chapter> chapters) {
    public ListingSheet {
      facts = List.copyOf(facts);
      chapters = List.copyOf(chapters);
    }

    @Override
    public String toString() {
      return "ListingSheet[" + code + "]";
    }
  }

  /** A part of a listing; without items it says that there is nothing. */
  record Chapter(String title, List<Item> items) {
    public Chapter {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return "Chapter";
    }
  }

  /**
   * One entry.
   *
   * @param below by whom and when it was recorded
   */
  record Item(String title, String below, List<Line> lines) {
    public Item {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "Item";
    }
  }
}
