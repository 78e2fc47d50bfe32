package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.AfterReport;
import nl.meldcode.domain.entry.InvestigationStarted;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.VeiligThuisReport;

/**
 * {@code perReport}: each report to Veilig Thuis has an entry of that kind. Until the term ends it
 * is Veilig Thuis that has to act, so a lack waits.
 */
public record PerReport(Kind kind) implements Requirement {
  @Override
  public Optional<Kind> metBy() {
    return Optional.of(kind);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    Dossier dossier = facts.dossier();
    return dossier.all(VeiligThuisReport.class).stream()
        .filter(one -> !isThere(dossier, one.recorded().id()))
        .map(one -> lack(dossier, one))
        .toList();
  }

  private boolean isThere(Dossier dossier, EntryId report) {
    return kind == Kind.VEILIG_THUIS_CONCLUSION
        ? dossier.isConcluded(report)
        : dossier.all(kind.type()).stream()
            .anyMatch(
                one -> one.entry() instanceof AfterReport after && after.report().equals(report));
  }

  private Lack lack(Dossier dossier, Stated<VeiligThuisReport> stated) {
    VeiligThuisReport report = stated.entry();
    Lack lack = Lack.of(new Argument.Day(report.on()));
    if (kind == Kind.VEILIG_THUIS_FEEDBACK && report.agreedFeedbackOn() != null) {
      return lack.openingOn(report.agreedFeedbackOn());
    }
    boolean concludes = kind == Kind.VEILIG_THUIS_CONCLUSION;
    return dossier.all(InvestigationStarted.class).stream()
        .map(Stated::entry)
        .filter(one -> concludes && one.report().equals(stated.recorded().id()))
        .map(InvestigationStarted::on)
        .reduce((first, second) -> second)
        .map(lack::since)
        .orElse(lack.since(report.on()))
        .shown(Lack.Shown.WAITING);
  }
}
