package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import nl.meldcode.application.port.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nothing was kept: says so, and when to come back. */
final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailable> {
  private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableMapper.class);
  private static final String DETAIL =
      "Opslaan lukt nu niet. Er is niets vastgelegd. Probeer het zo weer.";

  @Override
  public Response toResponse(StoreUnavailable raised) {
    LOG.error("the store is not available", raised);
    return Problem.of(ProblemType.UNAVAILABLE, DETAIL, List.of()).response();
  }
}
