package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** It could not be written or read: says so, and when to come back (R06, R07). */
final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailable> {
  private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableMapper.class);
  private static final int ROOM_AFTER_SECONDS = 30;
  private final Texts texts = new Texts();

  @Override
  public Response toResponse(StoreUnavailable raised) {
    LOG.error("the store is not available", raised);
    return switch (raised.why()) {
      case NO_ROOM -> problem(ProblemType.NO_ROOM, "refusal.noRoom").response(ROOM_AFTER_SECONDS);
      case FAILED -> problem(ProblemType.UNAVAILABLE, "refusal.storeFailed").response();
    };
  }

  private Problem problem(ProblemType type, String key) {
    return Problem.of(type, texts.say(DutchDates.DUTCH, key), List.of());
  }
}
