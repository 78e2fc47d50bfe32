package nl.meldcode.domain.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Acceptance;
import nl.meldcode.domain.entry.GuardianAnswer;
import nl.meldcode.domain.entry.HelpOffer;
import nl.meldcode.domain.entry.InvolvedInformed;
import nl.meldcode.domain.entry.Kind;

/**
 * {@code eachGuardian}: every guardian with authority has answered or was informed (S3.11, S5.2,
 * S5.14; A.12, 13).
 */
public record EachGuardian(Subject subject) implements Requirement {
  private static final String GUARDIAN = "guardian";
  private static final String AUTHORITY = "authority";

  /** What each guardian is asked or told. */
  public enum Subject {
    HELP_OFFERED,
    HELP_ARRANGED,
    REPORT
  }

  @Override
  public Optional<Kind> metBy() {
    return switch (subject) {
      case HELP_OFFERED -> Optional.of(Kind.HELP_OFFER);
      case HELP_ARRANGED -> Optional.of(Kind.HELP_ARRANGEMENT);
      case REPORT -> Optional.of(Kind.INVOLVED_INFORMED);
    };
  }

  @Override
  public List<Lack> lacks(Facts facts) {
    if (!begun(facts)) {
      return List.of();
    }
    Predicate<PersonId> settled = settled(facts);
    Stream<Lack> open =
        facts.family().withAuthority().stream()
            .filter(one -> !settled.test(one.id()))
            .map(one -> Lack.of(new Argument.Person(one.id())).called(GUARDIAN));
    return Stream.concat(open, unknown(facts)).toList();
  }

  /** Without the step in which it is asked, nobody else asks who has authority (CR3). */
  private Stream<Lack> unknown(Facts facts) {
    return subject == Subject.REPORT && !facts.family().settled()
        ? Stream.of(Lack.plain().called(AUTHORITY).metBy(Kind.GUARDIAN_CONFIRMED))
        : Stream.empty();
  }

  @Override
  public Set<String> variants() {
    return subject == Subject.REPORT ? Set.of(GUARDIAN, AUTHORITY) : Set.of(GUARDIAN);
  }

  /** Nobody can answer what was not offered. */
  private boolean begun(Facts facts) {
    return switch (subject) {
      case HELP_OFFERED -> facts.has(Kind.HELP_OFFER);
      case HELP_ARRANGED -> facts.has(Kind.HELP_ARRANGEMENT);
      case REPORT -> true;
    };
  }

  private Predicate<PersonId> settled(Facts facts) {
    Dossier dossier = facts.dossier();
    return switch (subject) {
      case HELP_OFFERED ->
          given(
              dossier.all(HelpOffer.class).stream().flatMap(one -> one.entry().answers().stream()));
      case HELP_ARRANGED -> given(facts.help().stream().flatMap(one -> one.acceptance().stream()));
      case REPORT -> person -> ReportTold.ofLast(dossier, told(dossier, person));
    };
  }

  private static List<Stated<InvolvedInformed>> told(Dossier dossier, PersonId person) {
    return dossier.all(InvolvedInformed.class).stream()
        .filter(one -> one.entry().guardian().equals(person))
        .toList();
  }

  private static Predicate<PersonId> given(Stream<GuardianAnswer> answers) {
    Set<PersonId> given =
        answers
            .filter(one -> one.accepted() != Acceptance.NOT_YET)
            .map(GuardianAnswer::guardian)
            .collect(Collectors.toSet());
    return given::contains;
  }
}
