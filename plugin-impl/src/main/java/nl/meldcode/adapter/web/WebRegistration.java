package nl.meldcode.adapter.web;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
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
 * The pages on the Servlet Whiteboard, in a context of their own at the plugin's base path, apart
 * from the interface and its headers. What is registered stays until it is closed.
 */
public final class WebRegistration implements AutoCloseable {
  private static final String CONTEXT = "meldcode-web";
  private static final String SELECT =
      "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")";

  private final BundleContext bundle;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

  /**
   * Publishes pages, static files, descriptor and keys, and the tabs for a host in this framework.
   *
   * @param jwks the plugin's public keys, as JSON
   */
  public WebRegistration(
      BundleContext bundle,
      WebSettings settings,
      FromHost fromHost,
      Sessions sessions,
      Supplier<String> jwks,
      Clock clock) {
    this.bundle = bundle;
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
            settings.base()));
    register(
        Filter.class,
        new WebHeaders(),
        with(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*"));
    serve("/*", new NothingServlet(pages));
    serve("/launch", new LaunchServlet(settings, fromHost.launches(), pages));
    serve("/tabs/*", new TabServlet(sessions, pages, clock));
    serve("/descriptor", new JsonServlet(() -> json));
    serve("/events", new EventsServlet(fromHost.tokens(), fromHost.noticed()));
    serve("/jwks.json", new JsonServlet(jwks));
    serve("/web/*", new WebFiles());
    serve("/manual/*", new ManualServlet(pages));
    register(PluginTabs.class, new InProcessTabs(descriptor, fromHost.launches()), Map.of());
  }

  /** What comes from the host: launches, and notices with what is done then. */
  public record FromHost(OpenLaunch launches, EventTokens tokens, Runnable noticed) {}

  @Override
  public void close() {
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
