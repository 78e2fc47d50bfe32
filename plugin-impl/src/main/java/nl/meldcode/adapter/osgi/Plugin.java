package nl.meldcode.adapter.osgi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import nl.meldcode.adapter.audit.AccessReader;
import nl.meldcode.adapter.audit.FileAccessLog;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.host.HostClient;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.host.HttpHostEvents;
import nl.meldcode.adapter.host.HttpHostRecord;
import nl.meldcode.adapter.host.HttpRoster;
import nl.meldcode.adapter.host.JoseEventTokens;
import nl.meldcode.adapter.host.JoseLaunchTokens;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.http.HostHttp;
import nl.meldcode.adapter.http.Underway;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonLists;
import nl.meldcode.adapter.oneroster.OneRoster;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.adapter.osgi.config.PluginSettings;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.rest.Measured;
import nl.meldcode.adapter.rest.RestApi;
import nl.meldcode.adapter.rest.RestRegistration;
import nl.meldcode.adapter.scan.Clamd;
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
import nl.meldcode.application.health.Report;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EventTokens;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.practice.PracticeRoster;
import nl.meldcode.application.practice.RealDossiers;
import nl.meldcode.application.text.Texts;
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
  private static final Duration SOON = Duration.ofSeconds(1);

  /** They ask what a launch needs: nobody should find the host counted as away because of them. */
  private static final Duration LINKS_FIRST = Duration.ofSeconds(30);

  private static final Duration LINKS_PAUSE = Duration.ofSeconds(60);

  /** What was decided is done at once; this is for what could not be. */
  private static final Duration DESTROY_PAUSE = Duration.ofHours(12);

  private static final Duration EVENTS_PAUSE = Duration.ofSeconds(15);

  private final Closing open;
  private final URI publicUri;
  private final HostSettings settings;
  private final Settings all;
  private final Watch.Parts parts;
  private @Nullable NightlyBackup backup;
  private volatile @Nullable Watch watch;
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
   * @param settings of the host that is connected
   * @param open takes what has to be closed, also when a later part refuses to open
   * @throws nl.meldcode.application.port.StartRefused when the data cannot be used
   */
  Plugin(Settings all, HostSettings settings, Clock clock, Closing open) {
    this.open = open;
    this.all = all;
    PluginSettings config = all.plugin();
    this.publicUri = config.publicUri();
    this.settings = settings;
    this.clock = clock;
    Path data = config.dataDir();
    JsonEntries forms = new JsonEntries();
    Postgres postgres = config.postgres();
    FileVault vault = open.kept(vault(data, postgres), FileVault::close);
    store =
        open.kept(
            SqlStore.open(data, postgres, vault, forms, new JsonLists(), clock), SqlStore::close);
    dossiers = new MergedDossiers(store.dossiers(), store.mergers());
    FileAccessLog log = open.kept(FileAccessLog.open(data, vault, clock), Plugin::closeLog);
    accessHistory = new AccessReader(data, vault);
    keys = PluginKeys.in(data.resolve("keys"));
    Upkeep upkeep = Upkeep.of(data, store, log, vault, keys, clock);
    keepUp(config, upkeep);
    HostHttp http = open.kept(new HostHttp(), HostHttp::close);
    HostClient host = new HostClient(settings, http, keys, clock);
    HttpRoster hostRoster = open.kept(new HttpRoster(host, clock), HttpRoster::close);
    Roster roster = new PracticeRoster(read(hostRoster), new Texts(), clock);
    parts = new Watch.Parts(store, vault, upkeep, http, roster::capabilities, backup);
    openLaunch =
        new OpenLaunch(
            new JoseLaunchTokens(settings, http, clock), roster, store.sessions(), log, clock);
    Background relay = relay(host, hostRoster);
    Gate gate = new Gate(new Policy(AccessFile.shipped(), clock), log, clock);
    Linked linked = Linked.of(dossiers, roster, store, gate, clock);
    DestroyDecided destroy = destroy(log);
    Background linking = background("links", linked.watch()::run, LINKS_FIRST, LINKS_PAUSE);
    Assessments assessments = Judging.of(all, host, roster, store.lists(), clock);
    followHost = followHost(host, hostRoster, linked.watch(), linking);
    eventTokens = new JoseEventTokens(settings, URI.create(publicUri + "/events"), http, clock);
    useCases =
        offered(roster, gate, assessments)
            .useCases(forms, linked.show(), linked.then(relay, linking, destroy));
  }

  private DestroyDecided destroy(FileAccessLog log) {
    DestroyDecided destroy =
        new DestroyDecided(new RealDossiers(dossiers), store.erasures(), log, clock);
    background("destroy", destroy::all, LINKS_FIRST, DESTROY_PAUSE);
    return destroy;
  }

  /** As it was seen last; nothing before anybody looked. */
  private Report health() {
    Watch looking = watch;
    return looking == null ? new Report(clock.instant(), List.of()) : looking.last();
  }

  private Offered offered(Roster roster, Gate gate, Assessments assessments) {
    Path data = all.plugin().dataDir();
    background("national", Judging.all(data, store, roster, assessments, clock), FIRST, SOON);
    return new Offered(
        store,
        dossiers,
        roster,
        gate,
        assessments,
        accessHistory,
        this::health,
        remind(roster, gate, assessments),
        Clamd.at(all.plugin().clamd()));
  }

  private Optional<Reminding> remind(Roster roster, Gate gate, Assessments assessments) {
    Optional<Reminding> wish = Reminding.of(all.plugin().mail(), store.reminders(), clock);
    Dossiers real = new RealDossiers(dossiers);
    wish.map(one -> one.of(real, roster, gate, assessments))
        .ifPresent(one -> background("reminders", one::run, LINKS_FIRST, LINKS_PAUSE));
    return wish;
  }

  private static FileVault vault(Path data, @Nullable Postgres postgres) {
    return postgres == null ? FileVault.open(data) : FileVault.open(data, postgres);
  }

  /** From now on, and once more when everything else has stopped. */
  private void keepUp(PluginSettings config, Upkeep upkeep) {
    for (String aside : RestoreBackup.movedAside(config.dataDir())) {
      LOG.warn("{} is of a restore; as long as it is there, destroying is not final", aside);
    }
    open.kept(upkeep, Upkeep::run);
    background("upkeep", upkeep::run, UPKEEP_PAUSE, UPKEEP_PAUSE);
    backup = NightlyBackup.of(config.dataDir(), config.backups(), upkeep::run, clock).orElse(null);
    if (backup != null) {
      background("backup", backup::run, LINKS_FIRST, LINKS_PAUSE);
    }
  }

  /** OneRoster over connections of its own: it is another server, which may fail by itself. */
  private Roster read(Roster hostRoster) {
    OneRosterSettings oneRoster = all.oneRoster();
    if (oneRoster == null) {
      return hostRoster;
    }
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
    return background("relay", relay::run, FIRST, SOON);
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

  /** Takes what can change on the way. */
  void goOn(PluginSettings other) {
    if (backup != null) {
      backup.wish(other.backups());
    }
    if (watch != null) {
      watch.limits(other.disk());
    }
  }

  /**
   * Publishes pages and interface, to be withdrawn before the parts they use are closed, and begins
   * to look after them.
   */
  Watch publish(BundleContext bundle) {
    Watch looking = new Watch(parts, all.plugin(), all.shown(), bundle, clock);
    watch = looking;
    String origin = publicUri.getScheme() + "://" + publicUri.getAuthority();
    List<Object> resources = new ArrayList<>(RestApi.of(useCases, () -> origin));
    resources.add(new Measured(looking.traffic()));
    Underway underway = new Underway(looking.traffic()::refused);
    open.kept(new RestRegistration(bundle, resources, underway), RestRegistration::close);
    WebSettings web =
        new WebSettings(
            publicUri, settings.frameOrigins(), bundle.getBundle().getVersion().toString());
    open.kept(
        new WebRegistration(
            bundle,
            web,
            new WebRegistration.WithHost(
                openLaunch, eventTokens, followHost::nudge, keys::publicJwks),
            store.sessions(),
            underway,
            clock),
        WebRegistration::close);
    background("health", looking::run, Duration.ZERO, SOON);
    return looking;
  }
}
