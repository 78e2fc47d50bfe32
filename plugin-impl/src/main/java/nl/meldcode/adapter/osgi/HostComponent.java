package nl.meldcode.adapter.osgi;

import java.net.URI;
import java.util.List;
import nl.meldcode.adapter.host.HostSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** A host tenant that was connected, for as long as its configuration is there. */
@Component(
    service = HostComponent.class,
    configurationPid = "nl.meldcode.host",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HostConfig.class, factory = true)
public final class HostComponent {
  private final HostSettings settings;

  /** Called by the framework. */
  @Activate
  public HostComponent(HostConfig config) {
    settings =
        new HostSettings(
            config.tenant(),
            config.issuer(),
            config.deployment(),
            URI.create(config.baseUri()),
            URI.create(config.tokenUri()),
            URI.create(config.jwksUri()),
            List.of(config.frameOrigins()),
            URI.create(config.launchUri()),
            config.clientId());
  }

  HostSettings settings() {
    return settings;
  }
}
