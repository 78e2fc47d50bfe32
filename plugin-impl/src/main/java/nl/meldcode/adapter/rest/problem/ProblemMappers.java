package nl.meldcode.adapter.rest.problem;

import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** The mappers that every REST application of the plugin registers. */
public final class ProblemMappers {

  private ProblemMappers() {}

  /** One instance of each; together they leave no exception to the container. */
  public static List<ExceptionMapper<?>> all() {
    return List.of(
        new WebApplicationMapper(),
        new StoreUnavailableMapper(),
        new HostUnavailableMapper(),
        new TooManyLookUpsMapper(),
        new UnexpectedErrorMapper());
  }
}
