package nl.meldcode.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.adapter.intake.FileIntake;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.LookUps;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.figures.ReadFigures;
import nl.meldcode.application.linking.FindLinks;
import nl.meldcode.application.linking.Replacements;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.InMemoryAttachments;
import nl.meldcode.application.port.InMemoryDeliveries;
import nl.meldcode.application.port.InMemoryDossiers;
import nl.meldcode.application.port.InMemoryEmergencies;
import nl.meldcode.application.port.InMemoryLinkLog;
import nl.meldcode.application.port.InMemoryMergers;
import nl.meldcode.application.port.InMemoryReminders;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.VirusScanner;
import nl.meldcode.application.practice.PracticeRoster;
import nl.meldcode.application.practice.RealDossiers;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.read.RosterChoices;
import nl.meldcode.application.record.Inspection;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Papers;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.record.Rules;
import nl.meldcode.application.record.TakeUpload;
import nl.meldcode.application.record.UploadPace;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.application.view.PageView;
import nl.meldcode.application.view.PreviewProtocols;
import nl.meldcode.application.view.ReadWorkList;
import nl.meldcode.application.view.Shelf;
import nl.meldcode.application.view.ShowDossier;
import nl.meldcode.domain.dossier.ProtocolId;

/** The use cases on ports in memory, with the real protocol, access table, JSON and validation. */
public final class TestPlugin {
  public final School school = new School();
  public final InMemoryDossiers dossiers = new InMemoryDossiers();
  public final InMemoryMergers mergers = new InMemoryMergers();
  public final InMemoryEmergencies emergencies = new InMemoryEmergencies();
  public final InMemoryAttachments attachments = new InMemoryAttachments();
  public final InMemoryLists lists = new InMemoryLists();
  public final InMemoryLinkLog links = new InMemoryLinkLog();
  public final InMemoryDeliveries deliveries = new InMemoryDeliveries(dossiers);
  public final MemoryAccessLog log = new MemoryAccessLog();
  public final School.PlainDocuments marked = new School.PlainDocuments();
  public final School.PlainDocuments documents = School.PlainDocuments.with(marked);
  public final List<PupilId> lookedAtNext = new ArrayList<>();
  public final RecordEntry recordEntry;
  public final ShowDossier showDossier;
  public final ReadDocument readDocument;
  public final TakeUpload takeUpload;

  /** What the virus scanner says. */
  public VirusScanner.Verdict scanned = VirusScanner.Verdict.CLEAN;

  public final FindLinks findLinks;
  public final ShowLinks showLinks;
  public final PreviewProtocols previewProtocols;
  public final RosterChoices choices;
  public final ReadLog readLog;
  public final ReadWorkList readWorkList;
  public final ReadFigures readFigures;
  public final Assessments assessments;
  public final InMemoryReminders reminders = new InMemoryReminders();

  /** The school with the pupils to practise on. */
  public final PracticeRoster roster;

  public TestPlugin() {
    Texts texts = new Texts();
    Dossiers all = new MergedDossiers(dossiers, mergers);
    RealDossiers real = new RealDossiers(all);
    roster = new PracticeRoster(school, texts, school.clock());
    Gate gate =
        new Gate(
            new Policy(AccessFile.shipped(), school.clock()),
            log,
            school.clock(),
            new LookUps(() -> ChronoUnit.NANOS.between(Instant.EPOCH, school.clock().instant())));
    assessments =
        new Assessments(
            new ShippedProtocols(Map.of(), ProtocolId.of("scope-2013@1.0.0")),
            new ShippedCalendars(Map.of(), "midden"),
            lists,
            school.clock());
    recordEntry =
        new RecordEntry(
            all,
            new Inspection(new JsonEntries(), new ConstraintShapes(school.clock()), roster),
            gate,
            new Papers(documents, attachments, texts, roster),
            new Rules(assessments, links, school::capabilities),
            (school, pupils) -> lookedAtNext.addAll(pupils));
    Replacements replacements = new Replacements();
    findLinks = new FindLinks(real, roster, links, replacements, school.clock());
    showLinks = new ShowLinks(real, roster, links, replacements, gate);
    showDossier =
        new ShowDossier(
            new Shelf(all, showLinks, gate), roster, deliveries, gate, assessments, texts);
    previewProtocols = new PreviewProtocols(all, gate, assessments, texts);
    choices = new RosterChoices(all, roster, gate);
    readLog = new ReadLog(log, all, gate);
    readWorkList = new ReadWorkList(real, roster, gate, assessments, texts);
    readFigures = new ReadFigures(real, roster, gate, assessments);
    readDocument = new ReadDocument(all, attachments, documents, gate);
    takeUpload = takeUpload(all, gate);
  }

  private TakeUpload takeUpload(Dossiers all, Gate gate) {
    UploadPace pace =
        new UploadPace(() -> ChronoUnit.NANOS.between(Instant.EPOCH, school.clock().instant()));
    return new TakeUpload(
        all,
        attachments,
        gate,
        new TakeUpload.Protection(pace, bytes -> scanned, new FileIntake()));
  }

  /** Records what this member sends, having read the newest version. */
  public Outcome record(StaffMember member, String json) {
    return record(member, json, new Request(UUID.randomUUID(), version()));
  }

  /** Records right after a sign-in for this purpose, or long after one. */
  public Outcome record(StaffMember member, String json, boolean justSignedIn) {
    Caller caller = school.caller(member);
    Caller signedIn =
        new Caller(
            caller.person(),
            caller.school(),
            caller.pupil(),
            caller.around(),
            caller.locale(),
            null,
            new SignIn(justSignedIn, null),
            false);
    return recordEntry.record(
        signedIn, json.getBytes(StandardCharsets.UTF_8), new Request(UUID.randomUUID(), version()));
  }

  /** Records under a given key and version. */
  public Outcome record(StaffMember member, String json, Request request) {
    Caller caller = school.caller(member);
    return recordEntry.record(caller, json.getBytes(StandardCharsets.UTF_8), request);
  }

  /** Records about any pupil, those to practise on among them, having read the newest version. */
  public Outcome record(StaffMember member, PupilId pupil, String json) {
    Caller caller = school.caller(member).about(pupil, roster.around(School.ID, pupil));
    return recordEntry.record(
        caller,
        json.getBytes(StandardCharsets.UTF_8),
        new Request(UUID.randomUUID(), version(pupil)));
  }

  /** The same with the id; fails when it was not recorded. */
  public String recorded(StaffMember member, PupilId pupil, String json) {
    return id(record(member, pupil, json));
  }

  /** The digest of the document of an entry about that pupil. */
  public String digest(PupilId pupil, String entry) {
    return dossiers.of(School.ID, pupil).get(0).entries().stream()
        .filter(one -> one.id().toString().equals(entry))
        .map(one -> one.attachments().get(0).sha256())
        .findFirst()
        .orElseThrow();
  }

  /** Records and gives the id; fails when it was not recorded. */
  public String recorded(StaffMember member, String json) {
    return id(record(member, json));
  }

  private static String id(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done.recorded().id().toString();
    }
    throw new AssertionError("not recorded: " + outcome);
  }

  /** The page as this member sees it. */
  public PageView page(StaffMember member) {
    return showDossier.show(school.caller(member)).view();
  }

  /** The dossier as this member sees it; fails when there is none to see. */
  public DossierView view(StaffMember member) {
    DossierView dossier = page(member).dossier();
    if (dossier == null) {
      throw new AssertionError("nothing to see");
    }
    return dossier;
  }

  /** The number of the newest entry; 0 when there is none. */
  public long version() {
    return version(School.LOTTE);
  }

  private long version(PupilId pupil) {
    var all = dossiers.of(School.ID, pupil);
    return all.isEmpty() ? 0 : all.get(all.size() - 1).version();
  }
}
