package nl.meldcode.adapter.osgi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.meldcode.adapter.rest.RestRegistration;
import nl.meldcode.adapter.web.WebRegistration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

/**
 * The addresses of the plugin: those that there have to be, and those that an HTTP service serves
 * now. That one is registered does not say that it is served.
 */
final class Routes {
  private static final List<String> OF_PAGES =
      List.of(
          "/*",
          "/launch",
          "/tabs/*",
          "/descriptor",
          "/events",
          "/jwks.json",
          "/web/*",
          "/manual/*");
  private final BundleContext bundle;

  Routes(BundleContext bundle) {
    this.bundle = bundle;
  }

  Set<String> expected() {
    Set<String> all = new TreeSet<>();
    OF_PAGES.forEach(pattern -> all.add(WebRegistration.PATH + pattern));
    all.add(RestRegistration.PATH + "/*");
    return all;
  }

  Set<String> served() {
    Set<String> all = new HashSet<>();
    try {
      for (ServiceReference<HttpServiceRuntime> found :
          bundle.getServiceReferences(HttpServiceRuntime.class, null)) {
        HttpServiceRuntime runtime = bundle.getService(found);
        if (runtime != null) {
          add(runtime, all);
          bundle.ungetService(found);
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter is a filter", e);
    }
    return all;
  }

  private static void add(HttpServiceRuntime runtime, Set<String> all) {
    for (ServletContextDTO context : runtime.getRuntimeDTO().servletContextDTOs) {
      for (ServletDTO servlet : context.servletDTOs) {
        for (String pattern : servlet.patterns) {
          all.add(context.contextPath + pattern);
        }
      }
    }
  }
}
