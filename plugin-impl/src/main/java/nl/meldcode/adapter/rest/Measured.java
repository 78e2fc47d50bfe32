package nl.meldcode.adapter.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meldcode.application.health.Traffic;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;

/** Counts what the interface is asked, by the templates of its routes. */
@PreMatching
public final class Measured implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String START = Measured.class.getName();
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
  private final Traffic traffic;
  private final Map<ResourceMethod, String> routes = new ConcurrentHashMap<>();

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
      traffic.answered(method + " " + route(request.getUriInfo()), response.getStatus(), took);
    }
  }

  /** Nothing of an address that no route matched. */
  private String route(UriInfo uri) {
    if (!(uri instanceof ExtendedUriInfo matched)) {
      return "other";
    }
    ResourceMethod method = matched.getMatchedResourceMethod();
    return method == null
        ? route(matched)
        : routes.computeIfAbsent(method, first -> route(matched));
  }

  /** From the outermost template inward. */
  private static String route(ExtendedUriInfo matched) {
    StringBuilder route = new StringBuilder();
    for (UriTemplate template : matched.getMatchedTemplates()) {
      route.insert(0, template.getTemplate());
    }
    return route.isEmpty() ? "other" : "/api" + route;
  }
}
