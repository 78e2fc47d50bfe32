package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A defect: logged once with its stack trace under a random id, and the id alone is answered. */
final class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorMapper.class);

  @Override
  public Response toResponse(Throwable defect) {
    UUID id = UUID.randomUUID();
    LOG.error("Unexpected error {}", id, defect);
    return Problem.of(ProblemType.UNEXPECTED).withInstance(URI.create("urn:uuid:" + id)).response();
  }
}
