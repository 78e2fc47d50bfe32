package nl.meldcode.domain.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.entry.DestructionDecision;
import nl.meldcode.domain.entry.DestructionDecision.Choice;
import nl.meldcode.domain.entry.DestructionRequest;
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

  /** An answer to an entry, or a correction of it, goes with it; that it was asked for stays. */
  private static List<Recorded> withWhatIsAbout(Dossier dossier, List<EntryId> asked) {
    Set<EntryId> gone = new HashSet<>(asked);
    dossier.entries().stream()
        .filter(one -> !one.entry().kind().carries() && !(one.entry() instanceof Rights))
        .filter(one -> Words.in(one.entry(), EntryId.class).anyMatch(gone::contains))
        .forEach(one -> gone.add(one.id()));
    return dossier.entries().stream().filter(one -> gone.contains(one.id())).toList();
  }

  /** The numbers of the entries; none where the whole dossier goes. */
  public List<Long> numbers() {
    return isWhole ? List.of() : entries.stream().map(Recorded::seq).toList();
  }

  @Override
  public String toString() {
    return "Erasure[" + decision + "]";
  }
}
