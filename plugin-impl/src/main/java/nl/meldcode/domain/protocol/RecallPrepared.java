package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Recall;
import nl.meldcode.domain.entry.RecallCheck;
import nl.meldcode.domain.entry.VeiligThuisConclusion;

/**
 * {@code recallPrepared}: when Veilig Thuis comes back to a suspicion, the school knows how the
 * child is doing. Asked from two weeks before that day (S6.3).
 */
public record RecallPrepared() implements Requirement {
  private static final int WEEKS = 2;

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.RECALL_CHECK);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().all(VeiligThuisConclusion.class).stream()
        .map(one -> one.entry().recall())
        .flatMap(one -> Optional.ofNullable(one).map(Recall::dueOn).stream())
        .filter(due -> !prepared(facts.dossier(), due))
        .map(
            due ->
                Lack.of(new Argument.Day(due))
                    .openingOn(due.minusWeeks(WEEKS))
                    .shown(Lack.Shown.NOT_BEFORE))
        .toList();
  }

  private static boolean prepared(Dossier dossier, LocalDate due) {
    return dossier.all(RecallCheck.class).stream()
        .map(Stated::entry)
        .anyMatch(one -> !one.on().isBefore(due.minusWeeks(WEEKS)));
  }
}
