package nl.meldcode.domain.dossier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.family.Guardian;
import org.jspecify.annotations.Nullable;

/**
 * One version of the report of one talk, with the answers to it (S3.3, S3.7 to S3.9). Who is asked
 * and has not answered stands at AANGEBODEN.
 *
 * @param number from 1, per talk
 * @param latest whether a newer version exists; only the latest can be acknowledged
 * @param pupil the pupil as somebody who can answer
 * @param answers the last answer of each person to this very version
 * @param release what was last decided about the parents' portal; null while it was never shown
 */
public record ReportVersion(
    Stated<MeetingReport> report,
    int number,
    boolean latest,
    PersonId pupil,
    Map<PersonId, Stated<Acknowledgement>> answers,
    @Nullable Stated<ReportReleased> release) {
  public ReportVersion {
    answers = Map.copyOf(answers);
  }

  /**
   * Whether parents may find it in the host's portal: somebody released it, it was not replaced
   * since, and a pupil who signs still wants them to read it.
   */
  public boolean isShown() {
    return release != null && release.entry().shows() && latest && asksGuardians();
  }

  /** The entry that is this version. */
  public EntryId id() {
    return report.recorded().id();
  }

  /** The answer of one person. */
  public Optional<Stated<Acknowledgement>> answer(PersonId person) {
    return Optional.ofNullable(answers.get(person));
  }

  /** Whether the pupil answers it, being 16 or older when it was recorded (A.12, 12). */
  public boolean asksPupil() {
    return report.entry().asksPupil();
  }

  /** Whether guardians may see it and are asked: always, unless the pupil has to say so. */
  public boolean asksGuardians() {
    return !asksPupil()
        || answer(pupil)
            .filter(one -> Boolean.TRUE.equals(one.entry().guardiansMaySee()))
            .isPresent();
  }

  /** Those without whose answer it is not done with: the pupil, else guardians with authority. */
  public List<PersonId> signatories(Family family) {
    return asksPupil()
        ? List.of(pupil)
        : family.withAuthority().stream().map(Guardian::id).toList();
  }

  /** The frozen document; empty only before it was rendered, which a stored version never is. */
  public Optional<Attachment> document() {
    return report.recorded().document();
  }

  /** The papers with the answers that are among these entries, in the order of recording. */
  public List<Attachment> papers(Predicate<Recorded> which) {
    return answers.values().stream()
        .map(Stated::recorded)
        .filter(which)
        .sorted(Comparator.comparing(Recorded::seq))
        .flatMap(one -> one.document().stream())
        .toList();
  }

  /** Without what was answered to it, or decided of it, later. */
  ReportVersion upTo(long seq) {
    Map<PersonId, Stated<Acknowledgement>> known = new HashMap<>(answers);
    known.values().removeIf(one -> one.recorded().seq() > seq);
    boolean isReleased = release != null && release.recorded().seq() <= seq;
    return new ReportVersion(report, number, latest, pupil, known, isReleased ? release : null);
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
