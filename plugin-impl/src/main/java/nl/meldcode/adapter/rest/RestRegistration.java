package nl.meldcode.adapter.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.adapter.http.Underway;
import nl.meldcode.adapter.rest.problem.Problem;
import nl.meldcode.adapter.rest.problem.ProblemType;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
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

  /** In Dutch, as long as it is not known who asks. */
  private static final String BUSY = new Texts().say(DutchDates.DUTCH, "refusal.busy");

  /** It is over as soon as some were answered; the pages add as much again by chance. */
  private static final int BUSY_SECONDS = 2;

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
    Map<String, Object> all = filtering("/*");
    register(bundle, Filter.class, new ResponseHeaders(), all);
    register(bundle, Filter.class, underway.filter(RestRegistration::later), all);
    register(
        bundle,
        Filter.class,
        underway.limit(RestRegistration::busy, RestRegistration::keeps),
        filtering("/v1/contexts/*"));
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

  /** Recording, signing, files and drafts go before looking: a page can look again. */
  private static boolean keeps(HttpServletRequest request) {
    return !request.getMethod().equals(HttpMethod.GET);
  }

  private static void later(HttpServletResponse response) throws IOException {
    refuse(response, Problem.of(ProblemType.UNAVAILABLE), Problem.RETRY_AFTER_SECONDS);
  }

  private static void busy(HttpServletResponse response) throws IOException {
    refuse(response, Problem.of(ProblemType.BUSY, BUSY, List.of()), BUSY_SECONDS);
  }

  /** Said without Jersey, which may be gone by then. */
  private static void refuse(HttpServletResponse response, Problem problem, int retryAfter)
      throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setIntHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    response.getOutputStream().write(RestJson.mapper().writeValueAsBytes(problem));
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

  private static Map<String, Object> filtering(String pattern) {
    return inContext(
        Map.of(
            HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN,
            pattern,
            HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED,
            true));
  }

  private static Map<String, Object> inContext(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put(
        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
        "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
    return all;
  }
}
