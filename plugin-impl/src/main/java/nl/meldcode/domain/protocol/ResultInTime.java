package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code resultInTime}: from the review date of help on it is known whether the help leads to
 * result within the agreed term; if it does not, there is a new decision (B2.Q5).
 */
public record ResultInTime() implements Requirement {
  private static final String NO_RESULT = "noResult";

  @Override
  public Optional<Kind> metBy() {
    return Optional.of(Kind.HELP_EVALUATION);
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return facts.dossier().all(HelpArrangement.class).stream()
        .flatMap(help -> lack(help, facts).stream())
        .toList();
  }

  @Override
  public Set<String> variants() {
    return Set.of("", NO_RESULT);
  }

  @Override
  public Stream<String> words() {
    return Stream.of("field.HelpEvaluation.resultInTime");
  }

  private static Optional<Lack> lack(Stated<HelpArrangement> help, Facts facts) {
    Optional<Stated<HelpEvaluation>> answered =
        Evaluated.last(help, facts.dossier()).filter(one -> one.entry().resultInTime() != null);
    if (answered.isEmpty()) {
      return Optional.of(
          Lack.of(new Argument.Day(help.entry().reviewOn()))
              .openingOn(help.entry().reviewOn())
              .shown(Lack.Shown.NOT_BEFORE));
    }
    return answered
        .filter(one -> Boolean.FALSE.equals(one.entry().resultInTime()))
        .filter(one -> !Evaluated.decidedAfter(one, facts.dossier()))
        .map(one -> Lack.plain().called(NO_RESULT));
  }
}
