package nl.meldcode.adapter.osgi;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A host tenant that was connected, for as long as its configuration is there. Whether that is
 * right is said with the rest of the configuration.
 */
@Component(
    service = HostComponent.class,
    configurationPid = "nl.meldcode.host",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HostConfig.class, factory = true)
public final class HostComponent {
  private final Map<String, Object> given;

  /** Called by the framework. */
  @Activate
  public HostComponent(Map<String, Object> given) {
    this.given = Map.copyOf(given);
  }

  Map<String, Object> given() {
    return given;
  }
}
