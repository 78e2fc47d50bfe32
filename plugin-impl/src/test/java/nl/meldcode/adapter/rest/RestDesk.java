package nl.meldcode.adapter.rest;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.meldcode.adapter.json.JsonSent;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.UseCases;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.destruction.ReadDestructions;
import nl.meldcode.application.emergency.OpenEmergencyAccess;
import nl.meldcode.application.emergency.ReadEmergencyAccesses;
import nl.meldcode.application.emergency.ReviewEmergencyAccess;
import nl.meldcode.application.emergency.Told;
import nl.meldcode.application.health.Health;
import nl.meldcode.application.health.Part;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.lists.KeepLists;
import nl.meldcode.application.lists.ReadLists;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.InMemoryDrafts;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.practice.OpenPractice;
import nl.meldcode.application.practice.RealDossiers;
import nl.meldcode.application.read.ChooseDossier;
import nl.meldcode.application.read.ManyLookUps;
import nl.meldcode.application.read.OwnDrafts;
import nl.meldcode.application.read.ReadHealth;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.register.ReadRegister;
import nl.meldcode.application.register.ReferToBoard;
import nl.meldcode.application.reminding.OwnReminders;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.register.BoardReferral;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** The whole interface on ports in memory, and a teacher with a session. */
final class RestDesk {
  static final String ORIGIN = "http://127.0.0.1:8080";
  private static final URI BASE = URI.create(ORIGIN + "/meldcode/api/");

  /** It says of each resource that it is no provider; held here, so that the level stays. */
  private static final Logger PROVIDERS =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  final TestPlugin plugin;
  final InMemoryDrafts drafts = new InMemoryDrafts();
  final Register register = new Register();
  final List<Object> resources;
  final String session;
  final String context;
  private final InMemorySessions sessions = new InMemorySessions();
  private final InProcess rest;

  RestDesk(StaffMember who) {
    this(who, new TestPlugin());
  }

  /** Somebody else at the same school. */
  RestDesk(StaffMember who, TestPlugin plugin) {
    this.plugin = plugin;
    PROVIDERS.setLevel(Level.SEVERE);
    resources = RestApi.of(cases(), () -> ORIGIN);
    rest = new InProcess(resources.toArray());
    session = sessions.begin(new Sessions.Session("t", who.id(), now().instant(), now().instant()));
    context = about(School.LOTTE);
  }

  /** A context of the same session about that pupil. */
  String about(PupilId pupil) {
    return sessions.open(
        session,
        new Sessions.Context(School.ID, pupil, Locale.forLanguageTag("nl")),
        now().instant());
  }

  private Clock now() {
    return plugin.school.clock();
  }

  private UseCases cases() {
    Gate gate = new Gate(new Policy(AccessFile.shipped(), now()), plugin.log, now());
    Bodies bodies = new Bodies(new JsonSent(), new ConstraintShapes(now()));
    Told told =
        new Told(plugin.emergencies, new RealDossiers(plugin.dossiers), plugin.mergers, gate);
    return new UseCases(
        new Callers(
            sessions, plugin.roster, plugin.mergers, plugin.emergencies, plugin.dossiers, now()),
        plugin.recordEntry,
        plugin.showDossier,
        plugin.previewProtocols,
        new ChooseDossier(plugin.dossiers, sessions, plugin.roster, gate),
        plugin.readDocument,
        plugin.takeUpload,
        new OwnDrafts(drafts, gate),
        new ResumeDelivery(plugin.dossiers, plugin.deliveries, gate, () -> {}),
        plugin.choices,
        new ReferToBoard(register, gate),
        new ReadRegister(register, plugin.mergers, gate),
        new ReadLists(plugin.lists, plugin.school, gate),
        new KeepLists(plugin.lists, bodies, gate),
        plugin.showLinks,
        plugin.readLog,
        new OpenEmergencyAccess(plugin.emergencies, plugin.dossiers, bodies, gate),
        new ReadEmergencyAccesses(told, plugin.school, gate),
        new ReviewEmergencyAccess(told, bodies, gate),
        new ManyLookUps(plugin.log, plugin.mergers, gate),
        new ReadDestructions(
            new RealDossiers(plugin.dossiers),
            new NothingErased(),
            plugin.mergers,
            plugin.school,
            gate),
        plugin.readWorkList,
        new ReadHealth(this::health, gate),
        new OpenPractice(plugin.dossiers, sessions, gate),
        plugin.readFigures,
        new OwnReminders(Optional.of(plugin.reminders), plugin.roster, gate),
        new Texts());
  }

  private Report health() {
    return new Report(
        now().instant(), List.of(Health.ok(Part.DATABASE), Health.warn(Part.DISK, "full", "9")));
  }

  private static final class NothingErased implements Erasures {
    @Override
    public void erase(SchoolId school, Certificate certificate) {
      throw new AssertionError("nothing is destroyed here");
    }

    @Override
    public List<Certificate> of(SchoolId school) {
      return List.of();
    }
  }

  /** A method at an address, both as they are served. */
  record Route(String method, String path) {
    boolean changes() {
      return !method.equals("GET");
    }
  }

  /** Every method of every address that the application serves, about the context at hand. */
  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    for (Object one : resources) {
      Resource resource = Resource.from(one.getClass());
      if (resource != null) {
        add(resource, resource.getPath(), all);
      }
    }
    return all;
  }

  private void add(Resource resource, String path, List<Route> all) {
    for (ResourceMethod method : resource.getResourceMethods()) {
      all.add(new Route(method.getHttpMethod(), filled(path)));
    }
    for (Resource child : resource.getChildResources()) {
      add(child, path + "/" + child.getPath(), all);
    }
  }

  private String filled(String path) {
    return path.replace("//", "/")
        .replace("{context}", context)
        .replaceAll("\\{locale:.*?}", "nl")
        .replaceAll("\\{form:.*}", "Signal")
        .replaceAll("\\{year:[^/]*}", "2026")
        .replaceAll("\\{\\w+(:[^/]*)?}", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
  }

  /** Sends a body of JSON with these headers. */
  InProcess.Answer send(Route route, Map<String, String> headers, String body) {
    return send(route, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends these bytes, as JSON where the headers do not say otherwise. */
  InProcess.Answer send(Route route, Map<String, String> headers, byte[] body) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve(route.path()),
            route.method(),
            null,
            new MapPropertiesDelegate(),
            null);
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    all.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
    all.forEach(request::header);
    request.setEntityStream(new ByteArrayInputStream(body));
    return rest.send(request);
  }

  /** What the plugin's own page sends along. */
  Map<String, String> own() {
    return Map.of("Cookie", cookie(), "X-MC", "1", "Origin", ORIGIN);
  }

  /** The cookie of the session. */
  String cookie() {
    return "__Host-mc=" + session;
  }

  /** Referrals in memory. */
  static final class Register implements BoardRegister {
    final List<BoardReferral> all = new ArrayList<>();

    @Override
    public BoardReferral add(SchoolId school, BoardReferral referral) {
      all.add(referral);
      return referral;
    }

    @Override
    public List<BoardReferral> of(SchoolId school) {
      return List.copyOf(all);
    }
  }
}
