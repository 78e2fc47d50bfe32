package nl.meldcode.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.application.view.Page;
import nl.meldcode.application.view.PageView;
import nl.meldcode.application.view.PreviewProtocols;
import nl.meldcode.application.view.ProtocolChange;
import nl.meldcode.application.view.ShowDossier;
import org.jspecify.annotations.Nullable;

/** What a page shows of one pupil's dossier. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class DossierResource {
  private final Visits visits;
  private final ShowDossier showDossier;
  private final PreviewProtocols previewProtocols;
  private final ResumeDelivery resumeDelivery;
  private final ObjectMapper mapper = RestJson.mapper();

  DossierResource(
      Visits visits,
      ShowDossier showDossier,
      PreviewProtocols previewProtocols,
      ResumeDelivery resumeDelivery) {
    this.visits = visits;
    this.showDossier = showDossier;
    this.previewProtocols = previewProtocols;
    this.resumeDelivery = resumeDelivery;
  }

  /** Everything this person may see; the tag carries the dossier's version. */
  @GET
  @Path("dossier")
  public Response get(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    Page page = showDossier.show(visits.caller(session, context));
    DossierView dossier = page.view().dossier();
    byte[] written = page.written(this::json);
    return Response.ok(written, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LENGTH, written.length)
        .tag(String.valueOf(dossier == null ? 0 : dossier.version()))
        .build();
  }

  /** What it takes to record something, without anything of the pupil's dossiers. */
  @GET
  @Path("recording")
  public PageView recording(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return showDossier.toRecord(visits.caller(session, context));
  }

  private byte[] json(PageView view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view can be written", e);
    }
  }

  /** The other protocols, and what each would ask that the present one does not. */
  @GET
  @Path("protocols")
  public List<ProtocolChange> protocols(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return previewProtocols
        .preview(visits.caller(session, context))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }

  /** Tries a delivery that got stuck again. */
  @POST
  @Path("delivery/resume")
  public void resume(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    if (!resumeDelivery.resume(visits.caller(session, context))) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
  }
}
