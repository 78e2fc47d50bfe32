package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code evaluated}: each arrangement of help was evaluated on or after its review date, and it
 * helped. "Partly" asks again at the next date; "no" asks for a new decision (S5.3, CR5).
 */
public record Evaluated() implements Requirement {
  private static final String NOT_HELPING = "notHelping";

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.HELP_EVALUATION);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().all(HelpArrangement.class).stream()
        .flatMap(one -> lack(one, facts).stream())
        .toList();
  }

  @Override
  public Set<String> variants() {
    return Set.of("", NOT_HELPING);
  }

  private static Optional<Lack> lack(Stated<HelpArrangement> help, Facts facts) {
    Optional<HelpEvaluation> last = last(help, facts);
    if (last.isEmpty()) {
      return Optional.of(review(help.entry().reviewOn()));
    }
    HelpEvaluation evaluation = last.get();
    return switch (evaluation.improved()) {
      case YES -> Optional.empty();
      case PARTLY -> Optional.ofNullable(evaluation.nextReviewOn()).map(Evaluated::review);
      case NO ->
          decidedAgain(facts.dossier())
              ? Optional.empty()
              : Optional.of(Lack.plain().called(NOT_HELPING));
    };
  }

  /** The last evaluation of that help on or after its review date. */
  static Optional<HelpEvaluation> last(Stated<HelpArrangement> help, Facts facts) {
    return evaluations(facts)
        .filter(one -> one.arrangement().equals(help.recorded().id()))
        .filter(one -> !one.on().isBefore(help.entry().reviewOn()))
        .reduce((first, second) -> second);
  }

  /** Whether a decision came after the last evaluation. */
  static boolean decidedAgain(Dossier dossier) {
    return dossier
        .latest(HelpEvaluation.class)
        .filter(one -> dossier.hasAfter(one.recorded(), kind -> kind == Kind.DECISION))
        .isPresent();
  }

  private static Lack review(LocalDate on) {
    return Lack.of(new Argument.Day(on)).openingOn(on);
  }

  private static Stream<HelpEvaluation> evaluations(Facts facts) {
    return facts.dossier().all(HelpEvaluation.class).stream().map(Stated::entry);
  }
}
