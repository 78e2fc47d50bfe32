package nl.meldcode.adapter.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.time.Duration;
import java.util.List;
import nl.meldcode.application.health.Traffic;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/** Counts what the interface is asked, by the templates of its routes. */
@PreMatching
public final class Measured implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String START = Measured.class.getName();
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
  private final Traffic traffic;

  /** Takes what counts. */
  public Measured(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(START, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(START) instanceof Long start) {
      String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      traffic.answered(method + " " + route(request), response.getStatus(), took);
    }
  }

  /** From the outermost template inward; nothing of an address that no route matched. */
  private static String route(ContainerRequestContext request) {
    StringBuilder route = new StringBuilder();
    if (request.getUriInfo() instanceof ExtendedUriInfo matched) {
      for (UriTemplate template : matched.getMatchedTemplates()) {
        route.insert(0, template.getTemplate());
      }
    }
    return route.isEmpty() ? "other" : "/api" + route;
  }
}
