package nl.meldcode.adapter.web;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import nl.meldcode.adapter.http.Underway;
import nl.meldcode.api.PluginDescriptor;
import nl.meldcode.api.PluginTabs;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.port.EventTokens;
import nl.meldcode.application.port.Sessions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * The pages on the Servlet Whiteboard, in a context of their own at {@value #PATH}, apart from the
 * interface and its headers. What is registered stays until it is closed.
 */
public final class WebRegistration implements AutoCloseable {

  /** Where the pages are served, whatever a proxy puts before it. */
  public static final String PATH = "/meldcode";

  private static final String CONTEXT = "meldcode-web";
  private static final String SELECT =
      "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")";

  private final BundleContext bundle;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
  private final Underway underway;

  /**
   * Publishes pages, static files, descriptor and keys, and the tabs for a host in this framework.
   *
   * @param underway what lets requests in
   */
  public WebRegistration(
      BundleContext bundle,
      WebSettings settings,
      WithHost host,
      Sessions sessions,
      Underway underway,
      Clock clock) {
    this.bundle = bundle;
    this.underway = underway;
    Pages pages = new Pages(settings);
    PluginDescriptor descriptor = Descriptor.of(settings);
    String json = Descriptor.json(descriptor);
    register(
        ServletContextHelper.class,
        new ServletContextHelper(bundle.getBundle()) {},
        Map.of(
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME,
            CONTEXT,
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH,
            PATH));
    register(
        Filter.class,
        new WebHeaders(),
        with(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*"));
    register(
        Filter.class,
        underway.filter(pages::later),
        with(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*"));
    // Nobody can come back by himself to a launch, so it goes first; what else is here costs
    // little.
    register(
        Filter.class,
        underway.limit(pages::busy, launch -> true),
        with(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/launch"));
    serve("/*", new NothingServlet(pages));
    serve("/launch", new LaunchServlet(settings, host.launches(), pages));
    serve("/tabs/*", new TabServlet(sessions, pages, clock));
    serve("/descriptor", new JsonServlet(() -> json));
    serve("/events", new EventsServlet(host.tokens(), host.noticed()));
    serve("/jwks.json", new JsonServlet(host.jwks()));
    serve("/web/*", new WebFiles());
    serve("/manual/*", new ManualServlet(settings, pages));
    register(PluginTabs.class, new InProcessTabs(descriptor, host.launches()), Map.of());
  }

  /**
   * What goes between host and plugin.
   *
   * @param launches of tabs
   * @param tokens of notices
   * @param noticed what is done at a notice
   * @param jwks the plugin's public keys, as JSON
   */
  public record WithHost(
      OpenLaunch launches, EventTokens tokens, Runnable noticed, Supplier<String> jwks) {}

  /** Once those who are in have been answered. */
  @Override
  public void close() {
    underway.close();
    // Servlets go first: no request may meet a context without its header filter.
    while (!registrations.isEmpty()) {
      registrations.pop().unregister();
    }
  }

  private void serve(String pattern, Servlet servlet) {
    register(
        Servlet.class,
        servlet,
        with(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, pattern));
  }

  private static Map<String, Object> with(String name, String pattern) {
    return Map.of(name, pattern, HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, SELECT);
  }

  private <T> void register(Class<T> type, T service, Map<String, Object> properties) {
    registrations.push(
        bundle.registerService(type, service, FrameworkUtil.asDictionary(properties)));
  }
}
