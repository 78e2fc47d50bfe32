package nl.meldcode.adapter.health;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nl.meldcode.adapter.health.PlainServlet.Answer;
import nl.meldcode.application.health.Traffic;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * {@code /meldcode/health/live}, {@code /meldcode/health/ready} and {@code /meldcode/metrics} on
 * the Servlet Whiteboard, apart from pages and interface. Registered until it is closed.
 */
public final class HealthRegistration implements AutoCloseable {
  /** What monitors ask without a word about anybody. */
  public static final String HEALTH = "/meldcode/health";

  /** Where figures are. */
  public static final String METRICS = "/meldcode/metrics";

  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private final BundleContext bundle;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

  /**
   * Who may ask what.
   *
   * @param everywhere whether the two words of health are for everybody
   * @param here whether people reach the plugin on this machine alone: what a proxy passes on does
   *     not always say so
   * @param metricsToken file with the token for who asks figures elsewhere; null for nobody
   */
  public record Doors(boolean everywhere, boolean here, @Nullable Path metricsToken) {
    boolean giveFigures(HttpServletRequest request) {
      return metricsToken == null
          ? here && Door.isLocal(request)
          : Door.knows(request, metricsToken);
    }
  }

  /** Serves the words: that it is there, and whether it is ready. */
  public HealthRegistration(BundleContext bundle, Doors doors, BooleanSupplier ready) {
    this.bundle = bundle;
    context("meldcode-health", HEALTH);
    serve("meldcode-health", "/live", doors, () -> Answer.word(200, "live"));
    serve(
        "meldcode-health",
        "/ready",
        doors,
        () -> ready.getAsBoolean() ? Answer.word(200, "ready") : Answer.word(503, "not-ready"));
  }

  /** Serves the figures, too, and counts what the pages are asked. */
  public HealthRegistration andMetrics(Doors doors, Supplier<String> metrics, Traffic traffic) {
    context("meldcode-metrics", METRICS);
    Servlet servlet =
        new PlainServlet(doors::giveFigures, () -> new Answer(200, OPEN_METRICS, metrics.get()));
    register(
        Servlet.class,
        servlet,
        in("meldcode-metrics", HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/*"));
    register(
        Filter.class,
        new MeasuredPages(traffic),
        in("meldcode-web", HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*"));
    return this;
  }

  @Override
  public void close() {
    while (!registrations.isEmpty()) {
      registrations.pop().unregister();
    }
  }

  private void serve(String context, String pattern, Doors doors, Supplier<Answer> answers) {
    register(
        Servlet.class,
        new PlainServlet(request -> doors.everywhere() || Door.isLocal(request), answers),
        in(context, HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, pattern));
  }

  private void context(String name, String path) {
    register(
        ServletContextHelper.class,
        new ServletContextHelper(bundle.getBundle()) {},
        Map.of(
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME,
            name,
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH,
            path));
  }

  private static Map<String, Object> in(String context, String property, String pattern) {
    Map<String, Object> all = new HashMap<>();
    all.put(property, pattern);
    all.put(
        HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
        "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + context + ")");
    return all;
  }

  private <T> void register(Class<T> type, T service, Map<String, Object> properties) {
    registrations.push(
        bundle.registerService(type, service, FrameworkUtil.asDictionary(properties)));
  }
}
