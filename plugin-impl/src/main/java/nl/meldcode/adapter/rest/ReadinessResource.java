package nl.meldcode.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells a load balancer, without a session and without any data, that requests are served. */
@Path("v1/readiness")
@Produces(MediaType.APPLICATION_JSON)
public final class ReadinessResource {

  /** Answers as long as the interface is published. */
  @GET
  public Readiness get() {
    return new Readiness("ready");
  }

  /** The whole answer. */
  public record Readiness(String status) {}
}
