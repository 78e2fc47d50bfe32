package nl.meldcode.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.application.view.PageView;
import nl.meldcode.application.view.ShowDossier;

/** What a page shows of one pupil's dossier. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class DossierResource {
  private final Visits visits;
  private final ShowDossier showDossier;
  private final ResumeDelivery resumeDelivery;

  DossierResource(Visits visits, ShowDossier showDossier, ResumeDelivery resumeDelivery) {
    this.visits = visits;
    this.showDossier = showDossier;
    this.resumeDelivery = resumeDelivery;
  }

  /** Everything this person may see; the tag carries the dossier's version. */
  @GET
  @Path("dossier")
  public Response get(@PathParam("context") String context, @Context HttpHeaders headers) {
    PageView page = showDossier.show(visits.caller(headers, context));
    DossierView dossier = page.dossier();
    return Response.ok(page).tag(String.valueOf(dossier == null ? 0 : dossier.version())).build();
  }

  /** Tries a delivery that got stuck again. */
  @POST
  @Path("delivery/resume")
  public void resume(@PathParam("context") String context, @Context HttpHeaders headers) {
    if (!resumeDelivery.resume(visits.caller(headers, context))) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
  }
}
