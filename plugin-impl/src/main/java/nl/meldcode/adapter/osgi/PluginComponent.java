package nl.meldcode.adapter.osgi;

import java.time.Clock;
import java.time.ZoneId;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugin, from the moment that it is configured until it stops. Without a host only its
 * readiness is served, and also while a host has its rosters on a OneRoster server that is not
 * configured; as soon as one is connected, everything.
 */
@Component(
    service = PluginComponent.class,
    immediate = true,
    configurationPid = "nl.meldcode",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginConfig.class)
public final class PluginComponent {
  private static final Logger LOG = LoggerFactory.getLogger(PluginComponent.class);
  private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Amsterdam");

  private final Closing open = new Closing();

  /** Called by the framework, again when a host comes or goes; a clock may be lent for tests. */
  @Activate
  public PluginComponent(
      BundleContext bundle,
      PluginConfig config,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable HostComponent host,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable OneRosterComponent oneRoster,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Clock lent) {
    Clock clock = lent == null ? Clock.system(SCHOOL_TIME) : lent.withZone(SCHOOL_TIME);
    try {
      if (host == null || (host.oneRoster() && oneRoster == null)) {
        open.kept(new RestRegistration(bundle, RestApi.bare()), RestRegistration::close);
      } else {
        OneRosterSettings rosters =
            host.oneRoster() && oneRoster != null ? oneRoster.settings() : null;
        // Said at every stop, for whoever removes the bundle: the data is no part of it.
        open.kept(
            config.dataDir(), data -> LOG.info("stopped; what was recorded stays in {}", data));
        new Plugin(config, host.settings(), rosters, clock, open).publish(bundle);
      }
    } catch (StartRefused | StoreUnavailable | Tampered e) {
      LOG.error("Meldcode does not start: {}", e.getMessage());
      open.close();
      throw e;
    }
  }

  @Deactivate
  void stop() {
    open.close();
  }
}
