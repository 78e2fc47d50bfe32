package nl.meldcode.adapter.osgi;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.adapter.oneroster.Tables;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A OneRoster server that was configured, for as long as its configuration is there. */
@Component(
    service = OneRosterComponent.class,
    configurationPid = "nl.meldcode.oneroster",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OneRosterConfig.class, factory = true)
public final class OneRosterComponent {
  private static final Logger LOG = LoggerFactory.getLogger(OneRosterComponent.class);

  private final OneRosterSettings settings;

  /** Called by the framework. Throws StartRefused when it cannot stand as configured. */
  @Activate
  public OneRosterComponent(OneRosterConfig config) {
    try {
      settings = settings(config);
    } catch (StartRefused e) {
      LOG.error("Meldcode reads no OneRoster: {}", e.getMessage());
      throw e;
    }
  }

  private static OneRosterSettings settings(OneRosterConfig config) {
    Map<SchoolId, String> schools = Tables.schools(List.of(config.schools()));
    return new OneRosterSettings(
        config.server(),
        URI.create(config.baseUri()),
        URI.create(config.tokenUri()),
        config.clientId(),
        Path.of(config.clientSecretFile()),
        schools,
        Tables.roles(List.of(config.roles()), schools.keySet()));
  }

  OneRosterSettings settings() {
    return settings;
  }
}
