package nl.meldcode.adapter.osgi;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meldcode.adapter.health.CheckCommand;
import nl.meldcode.adapter.osgi.config.Configuration;
import nl.meldcode.adapter.osgi.config.Fault;
import nl.meldcode.adapter.osgi.config.FaultTexts;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.adapter.osgi.config.WrongConfiguration;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugin, from the moment that it is configured until it stops. Without a host only its
 * readiness is served, and also while a host has its rosters on a OneRoster server that is not
 * configured; as soon as one is connected, everything. With a fault in the configuration nothing
 * is: all faults are logged, and who changes it into one with faults goes on with the one before.
 * What else is in the way of a start is logged, and tried again.
 */
@Component(
    service = PluginComponent.class,
    immediate = true,
    configurationPid = "nl.meldcode",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginConfig.class)
public final class PluginComponent {
  private static final Logger LOG = LoggerFactory.getLogger(PluginComponent.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Amsterdam");

  /** What a Gogo shell looks for. */
  private static final Dictionary<String, Object> COMMAND =
      FrameworkUtil.asDictionary(
          Map.of("osgi.command.scope", "meldcode", "osgi.command.function", "check"));

  private final @Nullable HostComponent host;
  private final @Nullable OneRosterComponent oneRoster;
  private final ServiceRegistration<CheckCommand> command;
  private final KeptRunning kept;
  private volatile List<Fault> faults = List.of();

  /** Called by the framework, again when a host comes or goes; a clock may be lent for tests. */
  @Activate
  public PluginComponent(
      BundleContext bundle,
      Map<String, Object> given,
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
    this.host = host;
    this.oneRoster = oneRoster;
    Clock clock = lent == null ? Clock.system(SCHOOL_TIME) : lent.withZone(SCHOOL_TIME);
    kept = new KeptRunning(settings -> Running.start(bundle, settings, clock), PAUSE);
    change(given);
    command = bundle.registerService(CheckCommand.class, new CheckCommand(this::say), COMMAND);
  }

  private String say(Locale locale) {
    return kept.say(locale).orElseGet(() -> sayFaults(locale));
  }

  private String sayFaults(Locale locale) {
    FaultTexts texts = new FaultTexts(locale);
    String first = new Texts().say(locale, "health.configuration.wrong", faults.size());
    return faults.stream().map(texts::say).collect(Collectors.joining("\n", first + "\n", "\n"));
  }

  /** Takes another configuration: at once where that is safe, else by starting again with it. */
  @Modified
  void change(Map<String, Object> given) {
    try {
      kept.with(read(given));
    } catch (WrongConfiguration e) {
      log(kept.isWished() ? "goes on with the configuration before" : "does not start", e.faults());
    }
  }

  private Settings read(Map<String, Object> given) {
    return Configuration.read(
        given, host == null ? null : host.given(), oneRoster == null ? null : oneRoster.given());
  }

  /** Dutch first; who does not read it finds the same in English on the line after it. */
  private void log(String what, List<Fault> found) {
    faults = found;
    LOG.error("Meldcode {}: {} fault(s) in the configuration", what, found.size());
    for (Locale locale : List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH)) {
      FaultTexts texts = new FaultTexts(locale);
      found.forEach(fault -> LOG.error("{}", texts.say(fault)));
    }
  }

  @Deactivate
  void stop() {
    command.unregister();
    kept.close();
  }
}
