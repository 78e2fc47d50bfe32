package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.WebApplicationException;

/** Ends a request with a problem document; for the four kinds of no that a resource knows of. */
public final class ProblemException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  /** Ends the request with a problem that its type describes fully. */
  public ProblemException(ProblemType type) {
    this(Problem.of(type));
  }

  /** Ends the request with this problem. */
  public ProblemException(Problem problem) {
    super(problem.title(), problem.response());
  }
}
