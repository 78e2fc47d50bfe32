package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import nl.meldcode.adapter.rest.ChosenDossierResource.Chosen;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.practice.OpenPractice;
import org.jspecify.annotations.Nullable;

/** The way to the pupil who does not exist, on whom staff practise. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class PracticeResource {
  private final Visits visits;
  private final OpenPractice openPractice;

  PracticeResource(Visits visits, OpenPractice openPractice) {
    this.visits = visits;
    this.openPractice = openPractice;
  }

  /** Opens a context for that pupil; 404 for who has no work in dossiers. */
  @POST
  @Path("practice")
  public Chosen open(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return open(context, session, false);
  }

  /** The same with a pupil of whom nothing is recorded yet. */
  @POST
  @Path("practice/again")
  public Chosen again(
      @PathParam("context") String context, @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    return open(context, session, true);
  }

  private Chosen open(String context, @Nullable Cookie session, boolean again) {
    return openPractice
        .open(visits.secret(session), visits.visitor(session, context), again)
        .map(Chosen::new)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }
}
