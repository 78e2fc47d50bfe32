package nl.meldcode.adapter.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import nl.meldcode.adapter.http.Underway;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.adapter.rest.problem.ProblemType;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * Jersey's own servlet on the Servlet Whiteboard, in a context of its own at {@value #PATH}. What
 * is registered stays until it is closed.
 */
public final class RestRegistration implements AutoCloseable {

  /** Where the interface lives. */
  public static final String PATH = "/meldcode/api";

  private static final String CONTEXT = "meldcode-api";

  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
  private final Underway underway;

  /** Publishes these resource instances, which must be thread-safe, to requests that are let in. */
  public RestRegistration(BundleContext bundle, Collection<?> resources, Underway underway) {
    this.underway = underway;
    letJakartaRestFindJersey();
    Servlet jersey = new ServletContainer(RestApplication.of(resources));
    register(
        bundle,
        ServletContextHelper.class,
        new ServletContextHelper(bundle.getBundle()) {},
        Map.of(
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME, CONTEXT,
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH, PATH));
    Map<String, Object> all =
        inContext(
            Map.of(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN,
                "/*",
                HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED,
                true));
    register(bundle, Filter.class, new ResponseHeaders(), all);
    register(bundle, Filter.class, underway.filter(RestRegistration::later), all);
    register(
        bundle,
        Servlet.class,
        jersey,
        inContext(
            Map.of(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                "/*",
                HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED,
                true)));
  }

  /** Once those who are in have been answered. */
  @Override
  public void close() {
    underway.close();
    // The servlet goes first: no request may meet a context without its header filter.
    while (!registrations.isEmpty()) {
      registrations.pop().unregister();
    }
  }

  /** Said without Jersey, which may be gone by then. */
  private static void later(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setIntHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
    response
        .getOutputStream()
        .write(RestJson.mapper().writeValueAsBytes(Problem.of(ProblemType.UNAVAILABLE)));
  }

  /** The API looks for its implementation by the thread's loader and remembers what it found. */
  private static void letJakartaRestFindJersey() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ApplicationHandler.class.getClassLoader());
    try {
      RuntimeDelegate.getInstance();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private <T> void register(
      BundleContext bundle, Class<T> type, T service, Map<String, Object> properties) {
    registrations.push(
        bundle.registerService(type, service, FrameworkUtil.asDictionary(properties)));
  }

  private static Map<String, Object> inContext(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put(
        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
        "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
    return all;
  }
}
