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
import nl.meldcode.adapter.document.PdfDocuments;
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
import nl.meldcode.adapter.store.SqliteStore;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.adapter.web.WebRegistration;
import nl.meldcode.adapter.web.WebSettings;
import nl.meldcode.application.Background;
import nl.meldcode.application.FollowHost;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.MergedDossiers;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.UseCases;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.linking.LinkWatch;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.lists.KeepLists;
import nl.meldcode.application.lists.ReadLists;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.EventTokens;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Shapes;
import nl.meldcode.application.read.ChooseDossier;
import nl.meldcode.application.read.OwnDrafts;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.read.RosterChoices;
import nl.meldcode.application.record.Inspection;
import nl.meldcode.application.record.Papers;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.Rules;
import nl.meldcode.application.register.ReadRegister;
import nl.meldcode.application.register.ReferToBoard;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.PreviewProtocols;
import nl.meldcode.application.view.Shelf;
import nl.meldcode.application.view.ShowDossier;
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
  private static final Duration EVENTS_PAUSE = Duration.ofSeconds(15);

  private final Closing open;
  private final URI publicUri;
  private final HostSettings settings;
  private final PluginKeys keys;
  private final OpenLaunch openLaunch;
  private final UseCases useCases;
  private final Background followHost;
  private final EventTokens eventTokens;
  private final SqliteStore store;
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
    Forms forms = new Forms(new JsonEntries(), new JsonLists());
    FileVault vault = open.kept(FileVault.open(data), FileVault::close);
    store =
        open.kept(
            SqliteStore.open(data, vault, forms.entries(), forms.lists(), clock),
            SqliteStore::close);
    dossiers = new MergedDossiers(store.dossiers(), store.mergers());
    FileAccessLog log = open.kept(FileAccessLog.open(data, vault, clock), Plugin::closeLog);
    accessHistory = new AccessReader(data, vault);
    keys = PluginKeys.in(data.resolve("keys"));
    keepUp(Upkeep.of(data, store, log, keys, clock));
    HostHttp http = open.kept(new HostHttp(), HostHttp::close);
    HostClient host = new HostClient(settings, http, keys, clock);
    HttpRoster hostRoster = new HttpRoster(host, clock);
    Roster roster = oneRoster == null ? hostRoster : read(oneRoster);
    openLaunch =
        new OpenLaunch(
            new JoseLaunchTokens(settings, http, clock), roster, store.sessions(), log, clock);
    Background relay = relay(host, hostRoster);
    Gate gate = new Gate(new Policy(AccessFile.shipped()), log, clock);
    Linked linked = Linked.of(dossiers, roster, store, gate, clock);
    Background linking = background("links", linked.watch()::run, LINKS_FIRST, LINKS_PAUSE);
    Assessments assessments = assessments(config, host, roster);
    followHost = followHost(host, hostRoster, linked.watch(), linking);
    eventTokens = new JoseEventTokens(settings, URI.create(publicUri + "/events"), http, clock);
    useCases =
        useCases(
            forms,
            roster,
            gate,
            assessments,
            linked.show(),
            new Afterwards(relay, linked.watch(), linking));
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
  private void keepUp(Upkeep upkeep) {
    open.kept(upkeep, Upkeep::run);
    background("upkeep", upkeep::run, UPKEEP_PAUSE, UPKEEP_PAUSE);
  }

  /** Over connections of its own: it is another server, which may fail by itself. */
  private Roster read(OneRosterSettings oneRoster) {
    HostHttp http = open.kept(new HostHttp(), HostHttp::close);
    return open.kept(new OneRoster(oneRoster, http, clock), OneRoster::close);
  }

  /** How what people send is read. */
  private record Forms(JsonEntries entries, JsonLists lists) {}

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

  private UseCases useCases(
      Forms forms,
      Roster roster,
      Gate gate,
      Assessments assessments,
      ShowLinks showLinks,
      Afterwards afterwards) {
    Shapes shapes = new ConstraintShapes(gate.clock());
    Texts texts = new Texts();
    Documents documents = new PdfDocuments();
    return new UseCases(
        new Callers(store.sessions(), roster, store.mergers(), gate.clock()),
        new RecordEntry(
            dossiers,
            new Inspection(forms.entries(), shapes, roster),
            gate,
            new Papers(documents, store.attachments(), texts),
            new Rules(assessments, store.links()),
            afterwards::recorded),
        new ShowDossier(
            new Shelf(dossiers, showLinks, gate),
            roster,
            store.deliveries(),
            gate,
            assessments,
            texts),
        new PreviewProtocols(dossiers, gate, assessments, texts),
        new ChooseDossier(dossiers, store.sessions(), gate),
        new ReadDocument(dossiers, store.attachments(), documents, gate),
        new OwnDrafts(store.drafts(), gate),
        new ResumeDelivery(dossiers, store.deliveries(), gate, afterwards.relay()::nudge),
        new RosterChoices(dossiers, roster, gate),
        new ReferToBoard(store.boardRegister(), gate),
        new ReadRegister(store.boardRegister(), store.mergers(), gate),
        new ReadLists(store.lists(), roster, gate),
        new KeepLists(store.lists(), forms.lists(), shapes, gate),
        showLinks,
        new ReadLog(accessHistory, dossiers, gate),
        texts);
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
