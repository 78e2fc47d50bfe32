package nl.meldcode.application.record;

import java.time.LocalDate;
import java.util.Optional;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.entry.AccessDecision;
import nl.meldcode.domain.entry.AccessRequest;
import nl.meldcode.domain.entry.Applicant;
import nl.meldcode.domain.entry.Applicant.Capacity;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.Rectification;
import nl.meldcode.domain.entry.RequestAnswered;
import nl.meldcode.domain.entry.Rights;
import nl.meldcode.domain.family.Authority;

/** What a dossier refuses of answers to those whose data these are (C.4). */
record RightsRules(Dossier dossier, Caller caller, LocalDate today) {
  /** Why it does not take this entry now; empty when it does. */
  Optional<? extends Outcome> refusal(Rights entry) {
    if (entry instanceof AccessDecision decision) {
      return access(decision);
    }
    if (entry instanceof Rectification decision) {
      return rectification(decision);
    }
    return entry instanceof RequestAnswered done && !requests().isDecided(done.request())
        ? refused("request.undecided")
        : Optional.empty();
  }

  /** What leaves the school is given by somebody who is surely there, to who may have it. */
  private Optional<? extends Outcome> access(AccessDecision decision) {
    if (requests().isAnswered(decision.request())) {
      return refused("request.answered");
    }
    if (decision.choice() == AccessDecision.Choice.REFUSE) {
      return Optional.empty();
    }
    boolean mayHaveIt =
        dossier
            .entry(decision.request(), AccessRequest.class)
            .filter(one -> mayHaveIt(one.entry().by()))
            .isPresent();
    if (!mayHaveIt) {
      return refused("access.noRight");
    }
    return caller.signIn().fresh() ? Optional.empty() : Optional.of(new Outcome.SignInAgain());
  }

  /** From sixteen on it is the pupil's; before, that of guardians with authority (C.4). */
  private boolean mayHaveIt(Applicant by) {
    boolean ofPupil = MeetingReport.pupilSigns(caller.around().pupil().birthDate(), today);
    return by.capacity() != Capacity.GUARDIAN
        || (!ofPupil
            && caller.around().family().confirmedBy(dossier).guardians().stream()
                .anyMatch(
                    one -> one.id().equals(by.guardian()) && one.authority() == Authority.YES));
  }

  private Optional<Outcome.Refused> rectification(Rectification decision) {
    if (requests().isAnswered(decision.request())) {
      return refused("request.answered");
    }
    boolean claimed = decision.outcome() == Rectification.Outcome.CORRECTED;
    return claimed && !requests().isPutRight(decision.request())
        ? refused("rectification.notYet")
        : Optional.empty();
  }

  private Requests requests() {
    return new Requests(dossier);
  }

  private static Optional<Outcome.Refused> refused(String code) {
    return Optional.of(Outcome.Refused.because(code));
  }

  @Override
  public String toString() {
    return "RightsRules";
  }
}
