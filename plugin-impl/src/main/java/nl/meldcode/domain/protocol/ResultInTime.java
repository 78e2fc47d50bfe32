package nl.meldcode.domain.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Decision;
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

  /**
   * Whether the help was without result in time by the evaluations that the standing decision rests
   * on: those since the decision before them, the last of each arrangement (B2.Q5).
   */
  static boolean withoutResult(Dossier dossier) {
    List<Long> decisions =
        dossier.all(Decision.class).stream().map(one -> one.recorded().seq()).toList();
    Map<EntryId, Boolean> results = new HashMap<>();
    long round = 0;
    for (Stated<HelpEvaluation> one : dossier.all(HelpEvaluation.class)) {
      Boolean result = one.entry().resultInTime();
      long seq = one.recorded().seq();
      if (result == null || decisions.stream().noneMatch(decision -> decision > seq)) {
        continue;
      }
      long before = decisions.stream().filter(decision -> decision < seq).count();
      if (before > round) {
        results.clear();
        round = before;
      }
      results.put(one.entry().arrangement(), result);
    }
    return results.containsValue(false);
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
