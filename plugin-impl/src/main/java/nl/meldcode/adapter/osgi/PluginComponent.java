package nl.meldcode.adapter.osgi;

import java.time.Clock;
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

/**
 * The plugin, from the moment that it is configured until it stops. Without a host only its
 * readiness is served; as soon as one is connected, everything.
 */
@Component(
    service = PluginComponent.class,
    immediate = true,
    configurationPid = "nl.meldcode",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginConfig.class)
public final class PluginComponent {
  private final Published running;

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
          @Nullable Clock lent) {
    running = Published.bare(bundle);
  }

  @Deactivate
  void stop() {
    running.close();
  }
}
