package nl.meldcode.adapter.rest;

import jakarta.ws.rs.core.Cookie;
import java.util.List;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;

/** Turns the session cookie and the context in the address into a caller, or ends the request. */
final class Visits {
  static final String COOKIE = "__Host-mc";

  private final Callers callers;
  private final Texts texts;

  Visits(Callers callers, Texts texts) {
    this.callers = callers;
    this.texts = texts;
  }

  /** The caller; no session, another's context and a context that never was are one 401. */
  Caller caller(@Nullable Cookie session, String context) {
    return callers.find(secret(session), context).orElseThrow(this::gone);
  }

  /** The same for what is about no pupil. */
  Visitor visitor(@Nullable Cookie session, String context) {
    return callers.visitor(secret(session), context).orElseThrow(this::gone);
  }

  /** The secret of the session in the cookie. */
  String secret(@Nullable Cookie session) {
    if (session == null) {
      throw gone();
    }
    return session.getValue();
  }

  /** The texts, for problems. */
  Texts texts() {
    return texts;
  }

  private ProblemException gone() {
    String detail = texts.say(DutchDates.DUTCH, "refusal.session");
    return new ProblemException(Problem.of(ProblemType.NOT_SIGNED_IN, detail, List.of()));
  }
}
