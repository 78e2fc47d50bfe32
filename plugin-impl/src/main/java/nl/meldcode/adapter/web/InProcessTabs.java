package nl.meldcode.adapter.web;

import java.util.Map;
import nl.meldcode.api.LaunchAnswer;
import nl.meldcode.api.LaunchRefusal;
import nl.meldcode.api.PluginDescriptor;
import nl.meldcode.api.PluginTabs;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.StoreUnavailable;
import org.osgi.annotation.bundle.Capability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tabs for a host in the same framework (Host Connect 3.1, item 5). It can refuse and never
 * admit: the form leads to {@link LaunchServlet}, as it does for every host.
 */
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"nl.meldcode.api.PluginTabs\"",
    uses = PluginTabs.class,
    effective = "active")
final class InProcessTabs implements PluginTabs {
  private static final Logger LOG = LoggerFactory.getLogger(InProcessTabs.class);

  private final PluginDescriptor descriptor;
  private final OpenLaunch launches;

  InProcessTabs(PluginDescriptor descriptor, OpenLaunch launches) {
    this.descriptor = descriptor;
    this.launches = launches;
  }

  @Override
  public PluginDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public LaunchAnswer launch(String launchToken) {
    try {
      return launches
          .refusal(launchToken)
          .<LaunchAnswer>map(LaunchAnswer.Refused::new)
          .orElseGet(() -> form(launchToken));
    } catch (HostUnavailable | StoreUnavailable e) {
      LOG.warn("launch not possible now: {}", e.getMessage());
      return new LaunchAnswer.Refused(LaunchRefusal.UNAVAILABLE);
    }
  }

  private LaunchAnswer form(String launchToken) {
    return new LaunchAnswer.Form(descriptor.launchUri(), Map.of(LaunchServlet.TOKEN, launchToken));
  }
}
