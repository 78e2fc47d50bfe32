package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Keeps the status and the headers that matter, and replaces whatever body there was. */
final class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

  private static final int LOWEST_ERROR = 400;

  private static final List<String> KEPT =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

  @Override
  public Response toResponse(WebApplicationException raised) {
    Response given = raised.getResponse();
    if (given.getStatus() < LOWEST_ERROR || given.getEntity() instanceof Problem) {
      return given;
    }
    Response problem =
        Problem.of(ProblemType.ofStatus(given.getStatus()))
            .withStatus(given.getStatus())
            .response();
    Response.ResponseBuilder answer = Response.fromResponse(problem);
    for (String name : KEPT) {
      String value = given.getHeaderString(name);
      if (value != null) {
        answer.header(name, null).header(name, value);
      }
    }
    return answer.build();
  }
}
