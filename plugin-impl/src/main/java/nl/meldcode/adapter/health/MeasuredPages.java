package nl.meldcode.adapter.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import nl.meldcode.application.health.Traffic;

/** Counts what the pages were asked, by their first word: what follows it is an id. */
final class MeasuredPages extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> KNOWN =
      Set.of("launch", "tabs", "descriptor", "events", "jwks.json", "web", "manual");
  private final transient Traffic traffic;

  MeasuredPages(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      traffic.answered(method(request) + " " + route(request), status, took);
    }
  }

  private static String method(HttpServletRequest request) {
    String method = request.getMethod();
    return method.equals("GET") || method.equals("POST") ? method : "OTHER";
  }

  private static String route(HttpServletRequest request) {
    String below = request.getRequestURI().substring(request.getContextPath().length());
    String word = below.replaceAll("^/([^/]*).*", "$1");
    return KNOWN.contains(word) ? "/" + word : "other";
  }
}
