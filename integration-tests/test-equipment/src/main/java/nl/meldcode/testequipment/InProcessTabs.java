package nl.meldcode.testequipment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import nl.meldcode.api.PluginTabs;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What a bundle of this framework gets from the plugin's service, as JSON: {@code GET
 * /tabs/descriptor}, and {@code POST /tabs/launch} with a launch token as text. 404 while the
 * service is not there.
 */
@SuppressWarnings("serial") // a servlet is never serialised
final class InProcessTabs extends HttpServlet {
  private final BundleContext framework;
  private final JsonMapper json = new JsonMapper();

  InProcessTabs(BundleContext framework) {
    this.framework = framework;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, PluginTabs::descriptor);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token = new String(request.getInputStream().readAllBytes(), UTF_8);
    answer(response, tabs -> tabs.launch(token));
  }

  private void answer(HttpServletResponse response, Function<PluginTabs, Object> question)
      throws IOException {
    ServiceReference<PluginTabs> found = framework.getServiceReference(PluginTabs.class);
    PluginTabs tabs = found == null ? null : framework.getService(found);
    if (tabs == null) {
      response.setStatus(404);
      return;
    }
    try {
      response.setContentType("application/json");
      response.getOutputStream().write(json.writeValueAsBytes(question.apply(tabs)));
    } finally {
      framework.ungetService(found);
    }
  }
}
