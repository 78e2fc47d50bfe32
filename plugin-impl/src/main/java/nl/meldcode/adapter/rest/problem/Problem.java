package nl.meldcode.adapter.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document, RFC 9457.
 *
 * @param detail null when the type says enough
 * @param instance names this occurrence in the log; null when nothing was logged
 * @param errors every fault of the body, not only the first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable URI instance,
    List<Violation> errors) {

  /** The media type of every answer that is not a success. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** When to come back after a 503, in seconds. */
  public static final int RETRY_AFTER_SECONDS = 5;

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem that its type describes fully. */
  public static Problem of(ProblemType type) {
    return of(type, null, List.of());
  }

  /** A problem with what is known about it. */
  public static Problem of(ProblemType type, @Nullable String detail, List<Violation> errors) {
    return new Problem(type.uri(), type.title(), type.status(), detail, null, errors);
  }

  Problem withStatus(int newStatus) {
    return new Problem(type, title, newStatus, detail, instance, errors);
  }

  Problem withInstance(URI newInstance) {
    return new Problem(type, title, status, detail, newInstance, errors);
  }

  /** The answer that carries this document; a 503 says when to come back. */
  public Response response() {
    return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
        ? response(RETRY_AFTER_SECONDS)
        : Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }

  /** The same, which says to come back after so many seconds. */
  public Response response(long retryAfter) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(this)
        .header(HttpHeaders.RETRY_AFTER, retryAfter)
        .build();
  }
}
