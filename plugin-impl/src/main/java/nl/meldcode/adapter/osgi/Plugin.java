package nl.meldcode.adapter.osgi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import nl.meldcode.adapter.audit.AccessReader;
import nl.meldcode.adapter.audit.FileAccessLog;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.host.HostCalendars;
import nl.meldcode.adapter.host.HostClient;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.host.HttpHostEvents;
import nl.meldcode.adapter.host.HttpHostRecord;
import nl.meldcode.adapter.host.HttpRoster;
import nl.meldcode.adapter.host.JoseEventTokens;
import nl.meldcode.adapter.host.JoseLaunchTokens;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonLists;
import nl.meldcode.adapter.oneroster.OneRoster;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.adapter.web.WebRegistration;
import nl.meldcode.adapter.web.WebSettings;
import nl.meldcode.application.Background;
import nl.meldcode.application.FollowHost;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.MergedDossiers;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.UseCases;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.destruction.DestroyDecided;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EventTokens;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.backup.RestoreBackup;
import nl.meldcode.sql.Postgres;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of the plugin for one host, put together. */
final class Plugin {
  private static final Logger LOG = LoggerFactory.getLogger(Plugin.class);
  private static final Duration UPKEEP_PAUSE = Duration.ofMinutes(15);
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration RELAY_PAUSE = Duration.ofSeconds(1);

  /** They ask what a launch needs: nobody should find the host counted as away because of them. */
  private static final Duration LINKS_FIRST = Duration.ofSeconds(30);

  private static final Duration LINKS_PAUSE = Duration.ofSeconds(60);

  /** What was decided is done at once; this is for what could not be. */
  private static final Duration DESTROY_PAUSE = Duration.ofHours(12);

  private static final Duration EVENTS_PAUSE = Duration.ofSeconds(15);

  private final Closing open;
  private final URI publicUri;
  private final HostSettings settings;
  private final PluginKeys keys;
  private final OpenLaunch openLaunch;
  private final UseCases useCases;
  private final Background followHost;
  private final EventTokens eventTokens;
  private final SqlStore store;
  private final Dossiers dossiers;
  private final AccessReader accessHistory;
  private final Clock clock;

  /**
   * Opens everything, in this order.
   *
   * @param oneRoster where rosters are read; null for Host Connect
   * @param open takes what has to be closed, also when a later part refuses to open
   * @throws nl.meldcode.application.port.StartRefused when the data cannot be used
   */
  Plugin(
      PluginConfig config,
      HostSettings settings,
      @Nullable OneRosterSettings oneRoster,
      Clock clock,
      Closing open) {
    this.open = open;
    this.publicUri = URI.create(config.publicUri());
    this.settings = settings;
    this.clock = clock;
    Path data = Path.of(config.dataDir());
    JsonEntries forms = new JsonEntries();
    Postgres postgres = postgres(config);
    FileVault vault = open.kept(vault(data, postgres), FileVault::close);
    store =
        open.kept(
            SqlStore.open(data, postgres, vault, forms, new JsonLists(), clock), SqlStore::close);
    dossiers = new MergedDossiers(store.dossiers(), store.mergers());
    FileAccessLog log = open.kept(FileAccessLog.open(data, vault, clock), Plugin::closeLog);
    accessHistory = new AccessReader(data, vault);
    keys = PluginKeys.in(data.resolve("keys"));
    keepUp(config, Upkeep.of(data, store, log, vault, keys, clock));
    HostHttp http = open.kept(new HostHttp(), HostHttp::close);
    HostClient host = new HostClient(settings, http, keys, clock);
    HttpRoster hostRoster = open.kept(new HttpRoster(host, clock), HttpRoster::close);
    Roster roster = oneRoster == null ? hostRoster : read(oneRoster);
    openLaunch =
        new OpenLaunch(
            new JoseLaunchTokens(settings, http, clock), roster, store.sessions(), log, clock);
    Background relay = relay(host, hostRoster);
    Gate gate = new Gate(new Policy(AccessFile.shipped()), log, clock);
    Linked linked = Linked.of(dossiers, roster, store, gate, clock);
    DestroyDecided destroy = new DestroyDecided(dossiers, store.erasures(), log, clock);
    background("destroy", destroy::all, LINKS_FIRST, DESTROY_PAUSE);
    Background linking = background("links", linked.watch()::run, LINKS_FIRST, LINKS_PAUSE);
    Assessments assessments = assessments(config, host, roster);
    followHost = followHost(host, hostRoster, linked.watch(), linking);
    eventTokens = new JoseEventTokens(settings, URI.create(publicUri + "/events"), http, clock);
    useCases =
        new Offered(store, dossiers, roster, gate, assessments, accessHistory)
            .useCases(
                forms, linked.show(), new Afterwards(relay, linked.watch(), linking, destroy));
  }

  /** None for SQLite. A nightly backup copies files, and in those nothing of it stands. */
  private static @Nullable Postgres postgres(PluginConfig config) {
    if (config.postgresFile().isEmpty()) {
      return null;
    }
    if (!config.backupDir().isEmpty()) {
      throw new StartRefused(
          "backupDir is for SQLite; make backups of PostgreSQL with its own means, such as"
              + " pg_dump");
    }
    return Postgres.in(Path.of(config.postgresFile()));
  }

  private static FileVault vault(Path data, @Nullable Postgres postgres) {
    return postgres == null ? FileVault.open(data) : FileVault.open(data, postgres);
  }

  private Assessments assessments(PluginConfig config, HostClient host, Roster roster) {
    return new Assessments(
        ChosenProtocols.of(config),
        new HostCalendars(
            host, roster::capabilities, new ShippedCalendars(Map.of(), config.region()), clock),
        store.lists(),
        clock);
  }

  /** From now on, and once more when everything else has stopped. */
  private void keepUp(PluginConfig config, Upkeep upkeep) {
    for (String aside : RestoreBackup.movedAside(Path.of(config.dataDir()))) {
      LOG.warn("{} is of a restore; as long as it is there, destroying is not final", aside);
    }
    open.kept(upkeep, Upkeep::run);
    background("upkeep", upkeep::run, UPKEEP_PAUSE, UPKEEP_PAUSE);
    NightlyBackup.Wish wish =
        new NightlyBackup.Wish(config.backupDir(), config.backupAt(), config.backupKeep());
    NightlyBackup.of(Path.of(config.dataDir()), wish, upkeep::run, clock)
        .ifPresent(backup -> background("backup", backup::run, LINKS_FIRST, LINKS_PAUSE));
  }

  /** Over connections of its own: it is another server, which may fail by itself. */
  private Roster read(OneRosterSettings oneRoster) {
    HostHttp http = open.kept(new HostHttp(), HostHttp::close);
    return open.kept(new OneRoster(oneRoster, http, clock), OneRoster::close);
  }

  private Background followHost(
      HostClient host, HttpRoster roster, LinkWatch links, Background linking) {
    FollowHost follow =
        new FollowHost(
            new HttpHostEvents(host),
            store.hostPlace(),
            settings.tenant(),
            roster::forget,
            links,
            store.sessions());
    return background(
        "events",
        () -> {
          boolean more = follow.run();
          if (links.isWaiting()) {
            linking.nudge();
          }
          return more;
        },
        FIRST,
        EVENTS_PAUSE);
  }

  private Background relay(HostClient host, HttpRoster roster) {
    RelayToHost relay =
        new RelayToHost(
            store.deliveries(),
            store.dossiers(),
            new HostDelivery(store.attachments(), new HttpHostRecord(host), roster::capabilities),
            clock,
            RandomGenerator.getDefault());
    return background("relay", relay::run, FIRST, RELAY_PAUSE);
  }

  private Background background(String name, BooleanSupplier work, Duration first, Duration pause) {
    Background background =
        open.kept(
            new Background("meldcode-" + name, work, first, pause, e -> LOG.error(name, e)),
            Background::close);
    background.start();
    return background;
  }

  private static void closeLog(FileAccessLog log) {
    try {
      log.close();
    } catch (IOException e) {
      LOG.warn("the access log did not close well", e);
    }
  }

  /** Publishes pages and interface, to be withdrawn before the parts they use are closed. */
  void publish(BundleContext bundle) {
    String origin = publicUri.getScheme() + "://" + publicUri.getAuthority();
    open.kept(
        new RestRegistration(bundle, RestApi.of(useCases, () -> origin)), RestRegistration::close);
    WebSettings web =
        new WebSettings(
            publicUri, settings.frameOrigins(), bundle.getBundle().getVersion().toString());
    open.kept(
        new WebRegistration(
            bundle,
            web,
            new WebRegistration.FromHost(openLaunch, eventTokens, followHost::nudge),
            store.sessions(),
            keys::publicJwks,
            clock),
        WebRegistration::close);
  }
}
