package nl.meldcode.adapter.osgi;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import org.osgi.framework.BundleContext;

/** What the plugin has published in the framework, withdrawn before its parts are closed. */
final class Published implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private Published() {}

  /** Readiness alone. */
  static Published bare(BundleContext bundle) {
    Published published = new Published();
    published.open.push(new RestRegistration(bundle, RestApi.bare()));
    return published;
  }

  /** Everything. */
  static Published whole(BundleContext bundle, Plugin plugin) {
    Published published = new Published();
    published.open.push(plugin);
    String origin = origin(plugin.publicUri());
    published.open.push(
        new RestRegistration(bundle, RestApi.of(plugin.useCases(), () -> origin)));
    return published;
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
