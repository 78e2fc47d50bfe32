package nl.meldcode.domain.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.AskedOfSchool;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.Rectification;
import nl.meldcode.domain.entry.RectificationRequest;
import nl.meldcode.domain.entry.RequestAnswered;

/** What those whose data these are asked of the school, and how far it is (C.4). Pure. */
public record Requests(Dossier dossier) {
  /** Those without an answer, the first due first. */
  public List<Stated<AskedOfSchool>> open() {
    return dossier.all(AskedOfSchool.class).stream()
        .filter(one -> !isAnswered(one.recorded().id()))
        .sorted(Comparator.comparing(one -> one.entry().due()))
        .toList();
  }

  /** Whether who asked has the answer. */
  public boolean isAnswered(EntryId request) {
    return dossier.all(RequestAnswered.class).stream()
        .anyMatch(one -> one.entry().request().equals(request));
  }

  /** Whether the head decided on it. */
  public boolean isDecided(EntryId request) {
    return Stream.concat(
            dossier.all(AccessDecision.class).stream().map(one -> one.entry().request()),
            dossier.all(Rectification.class).stream().map(one -> one.entry().request()))
        .anyMatch(request::equals);
  }

  /** Whether what a request is about was put right after it came in. */
  public boolean isPutRight(EntryId request) {
    return asked(request)
        .flatMap(asked -> dossier.entry(asked.entry().entry()).map(one -> isPutRight(one, asked)))
        .orElse(false);
  }

  private boolean isPutRight(Recorded about, Stated<RectificationRequest> asked) {
    Stream<Recorded> corrections = dossier.history(about).stream().map(one -> one.by().recorded());
    Stream<Recorded> versions =
        about.entry() instanceof MeetingReport report
            ? dossier.all(MeetingReport.class).stream()
                .filter(one -> one.entry().meeting().equals(report.meeting()))
                .map(Stated::recorded)
            : Stream.empty();
    return Stream.concat(corrections, versions).anyMatch(one -> one.seq() > asked.recorded().seq());
  }

  /** What others think of an entry that stays as it is, oldest first. */
  public List<String> annotations(EntryId entry) {
    return dossier.all(Rectification.class).stream()
        .map(Stated::entry)
        .filter(one -> one.outcome() == Rectification.Outcome.ANNOTATED)
        .filter(one -> isAbout(one, entry))
        .flatMap(one -> Optional.ofNullable(one.annotation()).stream())
        .toList();
  }

  private boolean isAbout(Rectification decided, EntryId entry) {
    return about(decided).filter(entry::equals).isPresent();
  }

  /** The entry that was asked to be put right. */
  public Optional<EntryId> about(Rectification decided) {
    return asked(decided.request()).map(one -> one.entry().entry());
  }

  private Optional<Stated<RectificationRequest>> asked(EntryId request) {
    return dossier.entry(request, RectificationRequest.class);
  }
}
