package nl.meldcode.domain.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.DestructionDecision;
import nl.meldcode.domain.entry.DestructionDecision.Choice;
import nl.meldcode.domain.entry.DestructionRequest;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.Rights;
import nl.meldcode.domain.entry.Words;

/**
 * What one decision to destroy takes away.
 *
 * @param entries what of it is still there; all of them where the whole dossier goes
 */
public record Erasure(
    Stated<DestructionRequest> request,
    Stated<DestructionDecision> decision,
    boolean isWhole,
    List<Recorded> entries) {
  public Erasure {
    entries = List.copyOf(entries);
  }

  /** Takes a decision that does destroy. */
  static Erasure of(
      Dossier dossier, Stated<DestructionRequest> request, Stated<DestructionDecision> decision) {
    List<EntryId> asked = request.entry().entries();
    if (decision.entry().choice() == Choice.MINIMISE) {
      return new Erasure(request, decision, false, details(dossier, decision.recorded().seq()));
    }
    return asked.isEmpty()
        ? new Erasure(request, decision, true, dossier.entries())
        : new Erasure(request, decision, false, withWhatIsAbout(dossier, asked));
  }

  private static List<Recorded> details(Dossier dossier, long before) {
    return dossier.entries().stream()
        .filter(one -> one.seq() < before && !one.entry().kind().carries())
        .toList();
  }

  /**
   * An answer to an entry, a correction of it, the other versions of a report, and copies made
   * since, in which it stands, go with it; that it was asked for stays.
   */
  private static List<Recorded> withWhatIsAbout(Dossier dossier, List<EntryId> asked) {
    Set<EntryId> gone = new HashSet<>(asked);
    dossier.all(MeetingReport.class).stream()
        .filter(one -> gone.contains(one.recorded().id()))
        .flatMap(one -> versionsWith(dossier, one.entry()))
        .toList()
        .forEach(gone::add);
    boolean begun = false;
    for (Recorded one : dossier.entries()) {
      begun |= gone.contains(one.id());
      if (begun && (one.entry().kind().isCopy() || isAbout(one, gone))) {
        gone.add(one.id());
      }
    }
    return dossier.entries().stream().filter(one -> gone.contains(one.id())).toList();
  }

  private static Stream<EntryId> versionsWith(Dossier dossier, MeetingReport report) {
    return dossier.all(MeetingReport.class).stream()
        .filter(one -> one.entry().meeting().equals(report.meeting()))
        .map(one -> one.recorded().id());
  }

  private static boolean isAbout(Recorded one, Set<EntryId> gone) {
    return !one.entry().kind().carries()
        && !(one.entry() instanceof Rights)
        && Words.in(one.entry(), EntryId.class).anyMatch(gone::contains);
  }

  /** Which entries; none where the whole dossier goes. */
  public List<EntryId> ids() {
    return isWhole ? List.of() : entries.stream().map(Recorded::id).toList();
  }

  @Override
  public String toString() {
    return "Erasure[" + decision + "]";
  }
}
