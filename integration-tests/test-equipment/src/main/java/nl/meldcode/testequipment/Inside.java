package nl.meldcode.testequipment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * {@code GET /inside}: all that a bundle of this framework sees of the others, as JSON. The bundles
 * with the packages that they export, the services and the configurations with their properties.
 */
@SuppressWarnings("serial") // a servlet is never serialised
final class Inside extends HttpServlet {
  private final BundleContext framework;
  private final JsonMapper json = new JsonMapper();

  Inside(BundleContext framework) {
    this.framework = framework;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Map<String, Object> all =
          Map.of(
              "bundles", Stream.of(framework.getBundles()).map(Inside::bundle).toList(),
              "services", services(),
              "configurations", configurations());
      response.setContentType("application/json");
      response.getOutputStream().write(json.writeValueAsBytes(all));
    } catch (InvalidSyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, Object> bundle(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<BundleCapability> packages =
        wiring == null ? List.of() : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE);
    return Map.of(
        "name",
        bundle.getSymbolicName(),
        "exports",
        packages.stream()
            .map(one -> one.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
            .toList());
  }

  private List<Map<String, Object>> services() throws InvalidSyntaxException {
    ServiceReference<?>[] all = framework.getAllServiceReferences(null, null);
    return Stream.of(Objects.requireNonNull(all)).map(Inside::service).toList();
  }

  private static Map<String, Object> service(ServiceReference<?> service) {
    return Map.of(
        "bundle", service.getBundle().getSymbolicName(),
        "types", List.of((String[]) service.getProperty(Constants.OBJECTCLASS)),
        "properties", texts(service.getProperties()));
  }

  private List<Map<String, Object>> configurations() throws IOException, InvalidSyntaxException {
    ServiceReference<ConfigurationAdmin> found =
        Objects.requireNonNull(framework.getServiceReference(ConfigurationAdmin.class));
    try {
      Configuration[] all =
          Objects.requireNonNull(framework.getService(found)).listConfigurations(null);
      return Stream.of(Objects.requireNonNull(all))
          .map(
              one ->
                  Map.<String, Object>of(
                      "pid",
                      one.getPid(),
                      "properties",
                      texts(Objects.requireNonNull(one.getProperties()))))
          .toList();
    } finally {
      framework.ungetService(found);
    }
  }

  private static Map<String, String> texts(Dictionary<String, Object> properties) {
    Map<String, String> texts = new TreeMap<>();
    properties
        .keys()
        .asIterator()
        .forEachRemaining(
            key -> {
              Object value = properties.get(key);
              texts.put(
                  key, value instanceof Object[] many ? Arrays.toString(many) : value.toString());
            });
    return texts;
  }
}
