package nl.meldcode.adapter.osgi;

import java.util.ArrayDeque;
import java.util.Deque;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import org.osgi.framework.BundleContext;

/** What the plugin has published in the framework, withdrawn before its parts are closed. */
final class Published implements AutoCloseable {
  private final Deque<Runnable> open = new ArrayDeque<>();

  private Published() {}

  /** Readiness alone. */
  static Published bare(BundleContext bundle) {
    Published published = new Published();
    published.open.push(new RestRegistration(bundle, RestApi.bare())::close);
    return published;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
