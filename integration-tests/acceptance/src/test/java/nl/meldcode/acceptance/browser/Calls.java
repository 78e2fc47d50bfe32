package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The calls of a page to the plugin, which a test may answer itself or hold on their way. */
final class Calls {
  private final Page page;

  Calls(Page page) {
    this.page = page;
  }

  /** Lets the plugin tell the next so many calls of the page to come back in a second. */
  void busyFor(AtomicInteger calls) {
    page.route(
        url -> url.contains("/api/v1/contexts/") && calls.getAndDecrement() > 0,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(429)
                    .setHeaders(Map.of("Retry-After", "1"))
                    .setBody("{\"type\": \"urn:meldcode:problem:busy\"}")));
  }

  /** Holds the next call by this method to an address that ends so. */
  Held hold(String method, String path) {
    Held held = new Held(page);
    page.route(
        url -> url.endsWith(path),
        route -> {
          if (held.route == null && route.request().method().equals(method)) {
            held.route = route;
          } else {
            route.resume();
          }
        });
    return held;
  }

  /** A call on its way. */
  static final class Held {
    private final Page page;
    private @Nullable Route route;

    private Held(Page page) {
      this.page = page;
    }

    /** Waits until the page made the call. */
    Route made() {
      page.waitForCondition(() -> route != null);
      return Objects.requireNonNull(route);
    }

    /** Lets it go on to the plugin. */
    void go() {
      made().resume();
    }

    /** Answers it by this status in place of the plugin. */
    void fail(int status) {
      made().fulfill(new Route.FulfillOptions().setStatus(status).setBody("{}"));
    }
  }
}
