package nl.meldcode.adapter.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Set;
import java.util.function.Supplier;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;

/**
 * Lets only our own pages change something: own origin, own header, no cross-site fetch. Foreign
 * sites cannot send the header without a preflight, which is never granted.
 */
@PreMatching
final class SameOrigin implements ContainerRequestFilter {
  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> OWN_FETCH = Set.of("same-origin", "none");

  private final Supplier<String> origin;

  SameOrigin(Supplier<String> origin) {
    this.origin = origin;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    boolean own = site == null || OWN_FETCH.contains(site);
    boolean safe = SAFE.contains(request.getMethod());
    boolean meant =
        "1".equals(request.getHeaderString("X-MC"))
            && origin.get().equals(request.getHeaderString("Origin"));
    if (!own || !(safe || meant)) {
      throw new ProblemException(ProblemType.NOT_ALLOWED);
    }
  }
}
