package nl.meldcode.adapter.osgi;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A OneRoster server that was configured, for as long as its configuration is there. Whether that
 * is right is said with the rest of the configuration.
 */
@Component(
    service = OneRosterComponent.class,
    configurationPid = "nl.meldcode.oneroster",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OneRosterConfig.class, factory = true)
public final class OneRosterComponent {
  private final Map<String, Object> given;

  /** Called by the framework. */
  @Activate
  public OneRosterComponent(Map<String, Object> given) {
    this.given = Map.copyOf(given);
  }

  Map<String, Object> given() {
    return given;
  }
}
