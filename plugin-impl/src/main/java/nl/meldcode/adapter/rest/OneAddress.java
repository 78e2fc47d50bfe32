package nl.meldcode.adapter.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;

/** Nothing has a second address with a slash behind it (NL API Design Rules, no-trailing-slash). */
@PreMatching
final class OneAddress implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().endsWith("/")) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
  }
}
