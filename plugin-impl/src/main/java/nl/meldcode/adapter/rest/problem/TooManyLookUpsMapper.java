package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import nl.meldcode.application.desk.TooManyLookUps;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;

/** Somebody looked up many pupils: says when to go on (S19). */
final class TooManyLookUpsMapper implements ExceptionMapper<TooManyLookUps> {
  private final String detail = new Texts().say(DutchDates.DUTCH, "refusal.tooManyLookUps");

  @Override
  public Response toResponse(TooManyLookUps raised) {
    return Problem.of(ProblemType.TOO_MANY_REQUESTS, detail, List.of())
        .response(raised.left().toSeconds() + 1);
  }
}
