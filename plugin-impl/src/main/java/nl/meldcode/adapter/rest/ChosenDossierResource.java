package nl.meldcode.adapter.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import nl.meldcode.adapter.rest.problem.ProblemException;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.api.DossierId;
import nl.meldcode.application.read.ChooseDossier;
import org.jspecify.annotations.Nullable;

/** Turns to another dossier of the same pupil. */
@Path("v1/contexts/{context}")
@Produces(MediaType.APPLICATION_JSON)
public final class ChosenDossierResource {
  private final Visits visits;
  private final ChooseDossier chooseDossier;

  ChosenDossierResource(Visits visits, ChooseDossier chooseDossier) {
    this.visits = visits;
    this.chooseDossier = chooseDossier;
  }

  /** Opens a context of its own; 404 for a dossier that the caller may not know of. */
  @POST
  @Path("dossiers/{dossier: [0-9a-f-]{36}}")
  public Chosen post(
      @PathParam("context") String context,
      @PathParam("dossier") String dossier,
      @CookieParam(Visits.COOKIE) @Nullable Cookie session) {
    UUID id = Headers.uuid(dossier);
    return Optional.ofNullable(id)
        .flatMap(
            one ->
                chooseDossier.choose(
                    visits.secret(session), visits.caller(session, context), new DossierId(one)))
        .map(Chosen::new)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
  }

  /** The context in which that dossier is at hand. */
  public record Chosen(String context) {}
}
