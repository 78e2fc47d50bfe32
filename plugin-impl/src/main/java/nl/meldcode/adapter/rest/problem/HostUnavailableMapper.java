package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import nl.meldcode.application.port.HostUnavailable;

/** The host has never answered for this pupil, so nobody can be shown anything: come back later. */
final class HostUnavailableMapper implements ExceptionMapper<HostUnavailable> {
  private static final String DETAIL =
      "Het leerlingdossier is nu niet bereikbaar. Probeer het zo weer.";

  @Override
  public Response toResponse(HostUnavailable raised) {
    return Problem.of(ProblemType.UNAVAILABLE, DETAIL, List.of()).response();
  }
}
