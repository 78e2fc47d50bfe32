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
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.read.RosterChoices;
import org.jspecify.annotations.Nullable;

/** The pupils of the school, for who records an incident among several. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class PupilsResource {
  private final Visits visits;
  private final RosterChoices choices;

  PupilsResource(Visits visits, RosterChoices choices) {
    this.visits = visits;
    this.choices = choices;
  }

  /** All pupils, so that no name has to stand in an address. */
  @GET
  @Path("pupils")
  public List<PupilRow> get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return choices
        .pupils(visits.caller(session, context))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND))
        .stream()
        .map(PupilsResource::row)
        .toList();
  }

  private static PupilRow row(PupilName pupil) {
    return new PupilRow(pupil.id().toString(), pupil.name(), pupil.groupName());
  }

  /** A pupil. */
  public record PupilRow(String id, String name, String group) {
    @Override
    public String toString() {
      return "PupilRow[" + id + "]";
    }
  }
}
