package nl.meldcode.application.emergency;

import java.util.Optional;
import java.util.UUID;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.SentJson;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.emergency.EmergencyAccess.Review;
import nl.meldcode.domain.emergency.EmergencyReview;

/** Keeps what somebody else thought of an emergency access, once (A04, A05). */
public final class ReviewEmergencyAccess {
  private static final String SUBJECT = "emergency";

  private final Told told;
  private final Bodies bodies;
  private final Gate gate;

  public ReviewEmergencyAccess(Told told, Bodies bodies, Gate gate) {
    this.told = told;
    this.bodies = bodies;
    this.gate = gate;
  }

  /**
   * Keeps the review, or says what stands in the way: nobody reviews their own.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when it or the log cannot be written
   */
  public Outcome review(Visitor visitor, UUID id, byte[] body) {
    Verdict verdict = gate.decide(visitor, Action.REVIEW_EMERGENCY, SUBJECT);
    Optional<Told.At> found =
        verdict.permitted()
            ? told.to(visitor).stream().filter(one -> one.access().id().equals(id)).findFirst()
            : Optional.empty();
    if (found.isEmpty()) {
      return new Outcome.NotThere();
    }
    if (found.get().access().staff().equals(visitor.person().id())) {
      gate.shows(What.REFUSED, visitor, "REVIEW_EMERGENCY.OWN", SUBJECT);
      return Outcome.Refused.because("emergency.own");
    }
    SentJson.Read<EmergencyReview> read = bodies.read(EmergencyReview.class, body);
    EmergencyReview sent = read.sent();
    return sent == null || !read.faults().isEmpty()
        ? new Outcome.Invalid(read.faults())
        : keep(visitor, found.get(), sent, verdict);
  }

  /** The log comes first: a line too many does less harm than a review that nobody finds. */
  private Outcome keep(Visitor visitor, Told.At at, EmergencyReview sent, Verdict verdict) {
    EmergencyAccess access = at.access();
    Review review =
        new Review(gate.now(), visitor.person().id(), sent.justified(), sent.note().strip());
    if (access.review() != null) {
      return Outcome.Refused.because("emergency.reviewed");
    }
    gate.shows(What.EMERGENCY_REVIEW, visitor, verdict.rule(), SUBJECT);
    return told.accesses().review(at.school(), access.id(), review)
        ? new Outcome.Opened(access.reviewed(review))
        : Outcome.Refused.because("emergency.reviewed");
  }
}
