package nl.meldcode.testequipment;

import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED;
import static org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * Offers the clock as a service, and the switches, the tabs, what is seen of other bundles and the
 * yardstick under /test-equipment.
 */
@Component(
    service = {},
    immediate = true)
public final class TestEquipment {
  private static final String CONTEXT = "nl.meldcode.testequipment";

  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  /**
   * The clock starts at the system property {@code meldcode.test.clock}, else now; its memory is in
   * the working directory.
   */
  @Activate
  public TestEquipment(BundleContext framework) throws IOException {
    Clock real = Clock.systemUTC();
    String start = System.getProperty("meldcode.test.clock", real.instant().toString());
    AdjustableClock clock =
        new AdjustableClock(real, Path.of("test-clock.txt"), Instant.parse(start));
    registrations.add(framework.registerService(Clock.class, clock, null));
    registrations.add(
        framework.registerService(
            ServletContextHelper.class,
            new ServletContextHelper(framework.getBundle()) {},
            FrameworkUtil.asDictionary(
                Map.of(
                    HTTP_WHITEBOARD_CONTEXT_NAME,
                    CONTEXT,
                    HTTP_WHITEBOARD_CONTEXT_PATH,
                    "/test-equipment"))));
    register(framework, "/switch/*", new Switches(framework, clock));
    register(framework, "/tabs/*", new InProcessTabs(framework));
    register(framework, "/inside", new Inside(framework));
    register(framework, "/*", yardstick());
  }

  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
  }

  private static Servlet yardstick() {
    letJakartaRestFindJersey();
    ResourceConfig application = new ResourceConfig();
    application.addProperties(
        Map.of(
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
            CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true));
    application.register(new JacksonJsonProvider());
    application.register(new PingResource());
    application.register(new DocumentResource());
    return new ServletContainer(application);
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

  private void register(BundleContext framework, String pattern, Servlet servlet) {
    Map<String, Object> properties =
        Map.of(
            HTTP_WHITEBOARD_SERVLET_PATTERN,
            pattern,
            HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED,
            true,
            HTTP_WHITEBOARD_CONTEXT_SELECT,
            "(" + HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
    registrations.add(
        framework.registerService(Servlet.class, servlet, FrameworkUtil.asDictionary(properties)));
  }
}
