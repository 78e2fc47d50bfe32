package nl.meldcode.domain.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.MeetingReport;

/**
 * One version of the report of one talk, with the guardians' answers to it (S3.3, S3.7 to S3.9). A
 * guardian without an answer stands at AANGEBODEN.
 *
 * @param number from 1, per talk
 * @param latest whether a newer version exists; only the latest can be acknowledged
 * @param answers the last answer of each guardian to this very version
 */
public record ReportVersion(
    Stated<MeetingReport> report,
    int number,
    boolean latest,
    Map<PersonId, Stated<Acknowledgement>> answers) {
  public ReportVersion {
    answers = Map.copyOf(answers);
  }

  /** The entry that is this version. */
  public EntryId id() {
    return report.recorded().id();
  }

  /** The answer of one guardian. */
  public Optional<Stated<Acknowledgement>> answer(PersonId guardian) {
    return Optional.ofNullable(answers.get(guardian));
  }

  /** The frozen document; empty only before it was rendered, which a stored version never is. */
  public Optional<Attachment> document() {
    List<Attachment> all = report.recorded().attachments();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** The code printed on each page. */
  public String code() {
    return codeOf(id());
  }

  /**
   * The first eight digits of the id of a version, in two fours: what a signed sheet is tied by.
   */
  public static String codeOf(EntryId version) {
    String digits = version.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return digits.substring(0, 4) + " " + digits.substring(4);
  }

  @Override
  public String toString() {
    return "ReportVersion[" + id() + "]";
  }
}
