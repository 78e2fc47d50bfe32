package nl.meldcode.adapter.osgi;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.adapter.health.AskedByFile;
import nl.meldcode.adapter.health.HealthRegistration;
import nl.meldcode.adapter.health.HealthRegistration.Doors;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.http.Underway;
import nl.meldcode.adapter.osgi.config.PluginSettings;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import nl.meldcode.application.Background;
import nl.meldcode.application.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs with one configuration, from its start until it is closed. */
final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final Closing open;
  private final Settings settings;
  private final @Nullable Plugin plugin;
  private final @Nullable Watch watch;

  private Running(Closing open, Settings settings, @Nullable Plugin plugin, @Nullable Watch watch) {
    this.open = open;
    this.settings = settings;
    this.plugin = plugin;
    this.watch = watch;
  }

  /** Starts everything, or nothing: what was opened is closed again when a part refuses. */
  static Running start(BundleContext bundle, Settings settings, Clock clock) {
    Closing open = new Closing();
    boolean started = false;
    try {
      HostSettings host = settings.host();
      boolean waits = host == null || (settings.fromOneRoster() && settings.oneRoster() == null);
      Running running =
          host == null || waits
              ? waiting(bundle, settings, open)
              : whole(bundle, settings, host, clock, open);
      started = true;
      return running;
    } finally {
      if (!started) {
        open.close();
      }
    }
  }

  private static Running waiting(BundleContext bundle, Settings settings, Closing open) {
    open.kept(
        new RestRegistration(bundle, RestApi.bare(), new Underway(() -> {})),
        RestRegistration::close);
    open.kept(
        new HealthRegistration(bundle, doors(settings), () -> false), HealthRegistration::close);
    AskedByFile asked =
        new AskedByFile(
            settings.plugin().dataDir(),
            Map.of(
                "check-nl.txt", () -> waits(Locale.forLanguageTag("nl")),
                "check-en.txt", () -> waits(Locale.ENGLISH)));
    open.kept(
            new Background(
                "meldcode-health",
                () -> {
                  asked.look();
                  return false;
                },
                PAUSE,
                PAUSE,
                e -> LOG.error("health", e)),
            Background::close)
        .start();
    return new Running(open, settings, null, null);
  }

  private static Running whole(
      BundleContext bundle, Settings settings, HostSettings host, Clock clock, Closing open) {
    // Said at every stop, for whoever removes the bundle: the data is no part of it.
    open.kept(
        settings.plugin().dataDir(),
        data -> LOG.info("stopped; what was recorded stays in {}", data));
    Plugin plugin = new Plugin(settings, host, clock, open);
    Watch watch = plugin.publish(bundle);
    Doors doors = doors(settings);
    HealthRegistration health =
        open.kept(new HealthRegistration(bundle, doors, watch::isReady), HealthRegistration::close);
    health.andMetrics(doors, watch::metrics, watch.traffic());
    return new Running(open, settings, plugin, watch);
  }

  private static Doors doors(Settings settings) {
    PluginSettings plugin = settings.plugin();
    return new Doors(plugin.healthEverywhere(), plugin.isHere(), plugin.metricsToken());
  }

  /** How it is, in the words of who looks after it. */
  String say(Locale locale) {
    return watch == null ? waits(locale) : watch.say(locale);
  }

  private static String waits(Locale locale) {
    return new Texts().say(locale, "health.configuration.waiting") + "\n";
  }

  /** Goes on with these settings, unless they ask for more than can be changed on the way. */
  boolean goesOn(Settings other) {
    boolean same = settings.plugin().onTheWay(other.plugin()).equals(other.plugin());
    if (same && plugin != null) {
      plugin.goOn(other.plugin());
    }
    return same;
  }

  @Override
  public void close() {
    open.close();
  }
}
