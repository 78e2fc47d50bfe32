package nl.meldcode.domain.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Criterion;
import nl.meldcode.domain.entry.CriterionAnswer;
import nl.meldcode.domain.entry.FlagAssessment;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Weighing;

/**
 * {@code criteria}: every criterion that applies was answered, for each pupil where each needs an
 * own answer (S2.2, S4.5).
 */
public record Criteria(Where where) implements Requirement {
  private static final String GROUP = "group";

  /** Where the answers stand. */
  public enum Where {
    FLAGS,
    WEIGHING
  }

  @Override
  public Optional<Kind> metBy() {
    return switch (where) {
      case FLAGS -> Optional.of(Kind.FLAG_ASSESSMENT);
      case WEIGHING -> Optional.of(Kind.WEIGHING);
    };
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    return switch (where) {
      case FLAGS ->
          facts.dossier().latest(FlagAssessment.class).stream()
              .map(Stated::entry)
              .flatMap(one -> unanswered(one.verdicts(), !facts.group(), facts.group(), facts))
              .toList();
      case WEIGHING ->
          facts.dossier().latest(Weighing.class).stream()
              .map(Stated::entry)
              .flatMap(one -> inWeighing(one, facts))
              .toList();
    };
  }

  @Override
  public Set<String> variants() {
    return where == Where.WEIGHING ? Set.of("", GROUP) : Set.of("");
  }

  @Override
  public Stream<String> words() {
    return Arrays.stream(Criterion.values()).map(Criteria::wordKey);
  }

  private static Stream<Lack> inWeighing(Weighing weighing, Facts facts) {
    boolean individual = weighing.scope().asksIndividual();
    boolean group = weighing.scope().asksGroup();
    Stream<Lack> withoutGroup = Stream.of(Lack.plain().called(GROUP));
    return Stream.concat(
        unanswered(weighing.answers().toList(), individual, group, facts),
        withoutGroup.filter(lack -> facts.group() && !group));
  }

  private static Stream<Lack> unanswered(
      List<CriterionAnswer> answers, boolean individual, boolean group, Facts facts) {
    return Arrays.stream(Criterion.values())
        .filter(one -> one.ofGroup() ? group : individual)
        .filter(one -> !answered(one, answers, facts))
        .map(one -> Lack.of(new Argument.Word(wordKey(one))));
  }

  private static boolean answered(Criterion criterion, List<CriterionAnswer> answers, Facts facts) {
    if (!criterion.perPupil()) {
      return answers.stream().anyMatch(one -> one.criterion() == criterion);
    }
    return facts.involved().stream()
        .allMatch(pupil -> answeredFor(pupil, criterion, answers, facts));
  }

  private static String wordKey(Criterion criterion) {
    return "criterion." + criterion;
  }

  /** An answer without a pupil is about the pupil of the dossier. */
  private static boolean answeredFor(
      PupilId pupil, Criterion criterion, List<CriterionAnswer> answers, Facts facts) {
    return answers.stream()
        .filter(one -> one.criterion() == criterion)
        .map(one -> Objects.requireNonNullElse(one.pupil(), facts.dossier().pupil()))
        .map(one -> facts.dossier().registrations().contains(one) ? facts.dossier().pupil() : one)
        .anyMatch(pupil::equals);
  }
}
