package nl.meldcode.adapter.osgi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import nl.meldcode.adapter.audit.SegmentedAccessLog;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.document.PdfDocuments;
import nl.meldcode.adapter.host.HostClient;
import nl.meldcode.adapter.host.HostHttp;
import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.host.HttpHostRecord;
import nl.meldcode.adapter.host.HttpRoster;
import nl.meldcode.adapter.host.JoseLaunchTokens;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.protocol.AccessTableFile;
import nl.meldcode.adapter.protocol.ProtocolFiles;
import nl.meldcode.adapter.store.SqliteStore;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.application.BackgroundRelay;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.UseCases;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.read.OwnDrafts;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.record.Inspection;
import nl.meldcode.application.record.Papers;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.Rules;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.ShowDossier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of the plugin for one host, put together; closed in the opposite order. */
final class Plugin implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Plugin.class);
  private static final Duration RELAY_PAUSE = Duration.ofSeconds(1);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final URI publicUri;
  private final HostSettings settings;
  private final PluginKeys keys;
  private final OpenLaunch openLaunch;
  private final UseCases useCases;

  Plugin(PluginConfig config, HostSettings settings, Clock clock) {
    Path data = Path.of(config.dataDir());
    this.publicUri = URI.create(config.publicUri());
    this.settings = settings;
    JsonEntries json = new JsonEntries();
    FileVault vault = kept(FileVault.open(data));
    SqliteStore store = kept(SqliteStore.open(data, vault, json, clock));
    AccessLog log = kept(SegmentedAccessLog.open(data, vault, clock));
    keys = PluginKeys.in(data.resolve("keys"));
    HostHttp http = kept(new HostHttp());
    HostClient host = new HostClient(settings, http, keys, clock);
    Roster roster = new HttpRoster(host, clock);
    openLaunch =
        new OpenLaunch(
            new JoseLaunchTokens(settings, http, clock), roster, store.sessions(), log, clock);
    BackgroundRelay relay = relay(store, host, clock);
    Gate gate = new Gate(new Policy(AccessTableFile.load()), log, clock);
    Assessments assessments =
        new Assessments(ProtocolFiles.load(config.protocol()), ProtocolFiles.calendar(), clock);
    useCases = useCases(store, json, roster, gate, assessments, relay);
  }

  private BackgroundRelay relay(SqliteStore store, HostClient host, Clock clock) {
    RelayToHost relay =
        new RelayToHost(
            store.deliveries(),
            store.dossiers(),
            new HostDelivery(store.attachments(), new HttpHostRecord(host)),
            clock,
            RandomGenerator.getDefault());
    BackgroundRelay background =
        kept(new BackgroundRelay(relay, RELAY_PAUSE, e -> LOG.error("relay", e)));
    background.start();
    return background;
  }

  private static UseCases useCases(
      SqliteStore store,
      JsonEntries json,
      Roster roster,
      Gate gate,
      Assessments assessments,
      BackgroundRelay relay) {
    Texts texts = new Texts();
    Documents documents = new PdfDocuments();
    return new UseCases(
        new Callers(store.sessions(), roster, gate.clock()),
        new RecordEntry(
            store.dossiers(),
            new Inspection(json, new ConstraintShapes(gate.clock()), roster),
            gate,
            new Papers(documents, store.attachments(), texts),
            new Rules(assessments),
            relay::nudge),
        new ShowDossier(store.dossiers(), store.deliveries(), gate, assessments, texts),
        new ReadDocument(store.dossiers(), store.attachments(), documents, gate),
        new OwnDrafts(store.drafts(), gate),
        new ResumeDelivery(store.dossiers(), store.deliveries(), gate, relay::nudge),
        texts);
  }

  private <T extends AutoCloseable> T kept(T part) {
    open.push(part);
    return part;
  }

  URI publicUri() {
    return publicUri;
  }

  HostSettings settings() {
    return settings;
  }

  PluginKeys keys() {
    return keys;
  }

  OpenLaunch openLaunch() {
    return openLaunch;
  }

  UseCases useCases() {
    return useCases;
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
