package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.read.RosterChoices;
import nl.meldcode.domain.entry.Observation;
import org.jspecify.annotations.Nullable;

/** What the host holds about the pupil, for who records a signal. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class ObservationsResource {
  private final Visits visits;
  private final RosterChoices choices;

  ObservationsResource(Visits visits, RosterChoices choices) {
    this.visits = visits;
    this.choices = choices;
  }

  /** What may be picked; nothing where the host offers none. */
  @GET
  @Path("observations")
  public List<Observation> get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return choices
        .observations(visits.caller(session, context))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }
}
