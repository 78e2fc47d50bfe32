package nl.meldcode.domain.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code evaluated}: each arrangement of help was evaluated on or after its review date, and it
 * helped. "Partly" asks again at the next date; "no" asks for a decision after it (S5.3, CR5).
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
    Optional<Stated<HelpEvaluation>> last = last(help, facts.dossier());
    if (last.isEmpty()) {
      return Optional.of(review(help.entry().reviewOn()));
    }
    HelpEvaluation evaluation = last.get().entry();
    return switch (evaluation.improved()) {
      case YES -> Optional.empty();
      case PARTLY -> Optional.ofNullable(evaluation.nextReviewOn()).map(Evaluated::review);
      case NO ->
          decidedAfter(last.get(), facts.dossier())
              ? Optional.empty()
              : Optional.of(Lack.plain().called(NOT_HELPING));
    };
  }

  /** The last evaluation of that help on or after its review date. */
  static Optional<Stated<HelpEvaluation>> last(Stated<HelpArrangement> help, Dossier dossier) {
    return dossier.all(HelpEvaluation.class).stream()
        .filter(one -> one.entry().arrangement().equals(help.recorded().id()))
        .filter(one -> !one.entry().on().isBefore(help.entry().reviewOn()))
        .reduce((first, second) -> second);
  }

  /** Whether a decision came after that evaluation. */
  static boolean decidedAfter(Stated<HelpEvaluation> evaluation, Dossier dossier) {
    return dossier.hasAfter(evaluation.recorded(), kind -> kind == Kind.DECISION);
  }

  /** Whether it did not help and a decision took note of that: no help comes of it any more. */
  static boolean ended(Stated<HelpArrangement> help, Dossier dossier) {
    return last(help, dossier)
        .filter(one -> one.entry().improved() == HelpEvaluation.Improved.NO)
        .filter(one -> decidedAfter(one, dossier))
        .isPresent();
  }

  private static Lack review(LocalDate on) {
    return Lack.of(new Argument.Day(on)).openingOn(on);
  }
}
