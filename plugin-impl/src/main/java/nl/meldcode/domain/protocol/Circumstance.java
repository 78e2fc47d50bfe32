package nl.meldcode.domain.protocol;

import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Acceptance;
import nl.meldcode.domain.entry.Afwegingskader;
import nl.meldcode.domain.entry.ConcernKind;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Frequency;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.HelpOffer;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Signal;

/** What a condition of a protocol can look at. */
public enum Circumstance {
  /** Seen more than once, or striking: management takes over (S0.6). */
  REPEATED_OR_STRIKING,
  /** External advice is wished for (S4.8). */
  REPEATED_OR_SERIOUS,
  /** More children are involved (S1.7d, S4.4). */
  GROUP,
  /** Abuse or violence at home is among the concerns (S1.9). */
  ABUSE_AT_HOME,
  /** No abuse or violence at home is among the concerns (B11.1). */
  NOT_AT_HOME,
  /** Nothing but abuse or violence at home: flags and criteria only advise (A.12, 11). */
  NO_BEHAVIOUR,
  PEER_ASKED,
  EXPERT_ADVICE_ASKED,
  CASE_CONFERENCE_ASKED,
  /** From expert advice on, somebody coaches (S2.12). */
  COACH_ASKED,
  /** Somebody from outside was at a case conference (S2.9). */
  EXTERNALS_AT_CONFERENCE,
  HELP_DECIDED,
  REPORT_DECIDED,
  /** No report rests on refused help, so the answer to an offer only advises (S3.11). */
  HELP_ANSWER_OPTIONAL,
  /** A guardian does not accept the help that was offered last (S5.6). */
  HELP_REFUSED,
  /** The last evaluation, or a signal after the offer of help, says that it goes on (S5.6). */
  NOT_IMPROVED,
  /** The decision names acute danger or safety as its ground (S5.6, B.6). */
  OVERRIDDEN,
  /** After steps 1 to 4 a suspicion is left, or that was not answered yet (B2.Q1). */
  SUSPECTED,
  /** The child is unsafe, or may be (B2.Q2). */
  UNSAFE,
  /** Decision 1 departs from what the answers ask for (B3.3; A.12, 19 and 27). */
  AGAINST_NORM,
  /** A form in which an expert is consulted first (B11.2). */
  SPECIAL_FORM,
  /** The pupil is twelve or older on the day of the last report, or of the decision (B9.1). */
  PUPIL_TWELVE;

  boolean holds(Facts facts) {
    return switch (this) {
      case REPEATED_OR_STRIKING -> repeated(facts) || atLeast(Seriousness.STRIKING, facts);
      case REPEATED_OR_SERIOUS -> repeated(facts) || atLeast(Seriousness.SERIOUS, facts);
      case GROUP -> facts.group();
      case ABUSE_AT_HOME -> concerns(facts).anyMatch(one -> !one.isBehaviour());
      case NOT_AT_HOME -> !ABUSE_AT_HOME.holds(facts);
      case NO_BEHAVIOUR -> concerns(facts).noneMatch(ConcernKind::isBehaviour);
      case PEER_ASKED -> facts.levelAsked() == ConsultLevel.PEER;
      case EXPERT_ADVICE_ASKED -> facts.levelAsked() == ConsultLevel.EXPERT_ADVICE;
      case CASE_CONFERENCE_ASKED -> facts.levelAsked() == ConsultLevel.CASE_CONFERENCE;
      case COACH_ASKED -> facts.level().satisfies(ConsultLevel.EXPERT_ADVICE);
      case EXTERNALS_AT_CONFERENCE -> externalsAtConference(facts.dossier());
      case HELP_DECIDED -> facts.decision().filter(Decision::organisesHelp).isPresent();
      case REPORT_DECIDED -> decided(facts, Decision.Choice.REPORT);
      case HELP_ANSWER_OPTIONAL ->
          !decided(facts, Decision.Choice.REPORT) || OVERRIDDEN.holds(facts);
      case HELP_REFUSED -> helpRefused(facts.dossier());
      case NOT_IMPROVED -> notImproved(facts.dossier());
      case OVERRIDDEN -> facts.decision().filter(one -> one.override() != null).isPresent();
      case SUSPECTED -> facts.suspected();
      case UNSAFE -> facts.afweging().filter(Afwegingskader::mayBeUnsafe).isPresent();
      case AGAINST_NORM -> facts.afweging().filter(one -> againstNorm(one, facts)).isPresent();
      case SPECIAL_FORM ->
          facts.dossier().opened().filter(one -> one.entry().specialForm() != null).isPresent();
      case PUPIL_TWELVE -> facts.ageWhenReported() >= 12;
    };
  }

  private static boolean atLeast(Seriousness seriousness, Facts facts) {
    return facts.seriousness().compareTo(seriousness) >= 0;
  }

  private static boolean externalsAtConference(Dossier dossier) {
    return dossier.all(Consultation.class).stream()
        .map(Stated::entry)
        .filter(one -> one.level() == ConsultLevel.CASE_CONFERENCE)
        .anyMatch(Consultation::externalsPresent);
  }

  private static boolean helpRefused(Dossier dossier) {
    return dossier.latest(HelpOffer.class).stream()
        .flatMap(one -> one.entry().answers().stream())
        .anyMatch(one -> one.accepted() == Acceptance.NO);
  }

  private static boolean repeated(Facts facts) {
    return facts.frequency().compareTo(Frequency.REPEATED) >= 0;
  }

  private static Stream<ConcernKind> concerns(Facts facts) {
    return facts.dossier().opened().stream().flatMap(one -> one.entry().concerns().stream());
  }

  private static boolean decided(Facts facts, Decision.Choice choice) {
    return facts.decision().filter(one -> one.choice() == choice).isPresent();
  }

  /** What the child itself told counts as doubt (A.12, 19). */
  private static boolean againstNorm(Afwegingskader answers, Facts facts) {
    boolean told = facts.childTold();
    boolean report = Boolean.TRUE.equals(answers.reportNecessary());
    boolean calledSafe = answers.unsafe() == Afwegingskader.Unsafe.NO;
    return (told && calledSafe)
        || (answers.reportNecessary() != null
            && !report
            && (told || answers.asksReport() || ResultInTime.withoutResult(facts.dossier())));
  }

  private static boolean notImproved(Dossier dossier) {
    Optional<Stated<HelpEvaluation>> last = dossier.latest(HelpEvaluation.class);
    return last.isPresent()
        ? last.get().entry().improved() == HelpEvaluation.Improved.NO
        : signalAfterOffer(dossier);
  }

  private static boolean signalAfterOffer(Dossier dossier) {
    return dossier
        .latest(HelpOffer.class)
        .filter(
            offer ->
                dossier.all(Signal.class).stream()
                    .anyMatch(one -> one.entry().observedOn().isAfter(offer.entry().on())))
        .isPresent();
  }
}
