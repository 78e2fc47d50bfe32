package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import nl.meldcode.adapter.rest.ChosenDossierResource.Chosen;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.api.DossierId;
import nl.meldcode.application.read.ChooseDossier;
import nl.meldcode.application.view.ReadWorkList;
import nl.meldcode.application.view.WorkList;
import org.jspecify.annotations.Nullable;

/** What somebody has to do at the school, and the way from there to the pupil. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkListResource {
  private final Visits visits;
  private final ReadWorkList read;
  private final ChooseDossier chooseDossier;

  WorkListResource(Visits visits, ReadWorkList read, ChooseDossier chooseDossier) {
    this.visits = visits;
    this.read = read;
    this.chooseDossier = chooseDossier;
  }

  /** All of it; 404 for who has no work in dossiers. */
  @GET
  @Path("work-list")
  public WorkList get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return read.of(visits.visitor(session, context))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }

  /** Opens a context for the pupil of that dossier; 404 when the visitor may not know of it. */
  @POST
  @Path("work-list/{dossier: [0-9a-f-]{36}}")
  public Chosen post(
      @PathParam("context") String context,
      @PathParam("dossier") String dossier,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return Optional.ofNullable(Headers.uuid(dossier))
        .flatMap(
            one ->
                chooseDossier.choose(
                    visits.secret(session), visits.visitor(session, context), new DossierId(one)))
        .map(Chosen::new)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }
}
