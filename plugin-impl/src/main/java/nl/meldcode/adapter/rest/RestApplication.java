package nl.meldcode.adapter.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.Collection;
import java.util.Map;
import nl.meldcode.adapter.rest.problem.ProblemMappers;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Resources with everything around them that is the same for all: JSON and problems. */
public final class RestApplication {

  /** Version of the interface, sent with every answer. */
  public static final String VERSION = "1.0.0";

  // Nothing is looked up on a class path: what is registered here is all there is.
  private static final Map<String, Object> NO_DISCOVERY =
      Map.of(
          ServerProperties.WADL_FEATURE_DISABLE, true,
          ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
          CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
          ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
          // Only the caller knows the address that it called: a proxy may stand before ours.
          ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);

  private RestApplication() {}

  /** A Jersey application of resource instances (and filters), which must be thread-safe. */
  public static ResourceConfig of(Collection<?> resources) {
    ResourceConfig application = new ResourceConfig();
    application.addProperties(NO_DISCOVERY);
    application.register(new JacksonJsonProvider(RestJson.mapper()));
    ProblemMappers.all().forEach(application::register);
    resources.forEach(application::register);
    return application;
  }
}
