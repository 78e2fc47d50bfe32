package nl.meldcode.adapter.osgi;

import java.net.URI;
import java.util.List;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.application.port.StartRefused;
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
  private final boolean oneRoster;

  /** Called by the framework. */
  @Activate
  public HostComponent(HostConfig config) {
    oneRoster = isOneRoster(config.roster());
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

  /** Whether pupils, families and staff are read from a OneRoster server. */
  boolean oneRoster() {
    return oneRoster;
  }

  /** A typing error must not choose: the ids of pupils depend on it. */
  private static boolean isOneRoster(String word) {
    return switch (word) {
      case "host-connect" -> false;
      case "oneroster" -> true;
      default -> throw new StartRefused("roster: host-connect or oneroster, not " + word);
    };
  }
}
