package nl.meldcode.testequipment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The smallest JSON resource: what a request costs before anything is done. */
@Path("ping")
@Produces(MediaType.APPLICATION_JSON)
public final class PingResource {
  /** Says that it is there. */
  @GET
  public Map<String, Boolean> get() {
    return Map.of("here", true);
  }
}
