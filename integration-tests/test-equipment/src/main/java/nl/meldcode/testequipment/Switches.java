package nl.meldcode.testequipment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * {@code POST /switch/clock} with a moment as text; {@code POST /switch/bundles/NAME/stop}, {@code
 * start}, and {@code update} as by a new version. Answers 204 when it is done.
 */
@SuppressWarnings("serial") // a servlet is never serialised
final class Switches extends HttpServlet {
  private final BundleContext framework;
  private final AdjustableClock clock;

  Switches(BundleContext framework, AdjustableClock clock) {
    this.framework = framework;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    List<String> parts = List.of(path.substring(1).split("/", -1));
    boolean done = parts.equals(List.of("clock")) ? setClock(request) : switchBundle(parts);
    response.setStatus(done ? 204 : 404);
  }

  private boolean setClock(HttpServletRequest request) throws IOException {
    clock.set(Instant.parse(new String(request.getInputStream().readAllBytes(), UTF_8)));
    return true;
  }

  private boolean switchBundle(List<String> parts) throws IOException {
    if (parts.size() != 3 || !parts.get(0).equals("bundles")) {
      return false;
    }
    Optional<Bundle> bundle =
        Stream.of(framework.getBundles())
            .filter(one -> parts.get(1).equals(one.getSymbolicName()))
            .findFirst();
    return bundle.isPresent() && doTo(bundle.get(), parts.get(2));
  }

  private static boolean doTo(Bundle bundle, String what) throws IOException {
    try {
      switch (what) {
        case "stop" -> bundle.stop();
        case "start" -> bundle.start();
        case "update" -> bundle.update();
        default -> {
          return false;
        }
      }
      return true;
    } catch (BundleException e) {
      throw new IOException("cannot " + what + " " + bundle, e);
    }
  }
}
