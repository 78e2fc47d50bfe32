package nl.meldcode.adapter.osgi;

import java.util.Optional;
import java.util.function.Supplier;
import nl.meldcode.adapter.audit.AccessReader;
import nl.meldcode.adapter.document.PdfDocuments;
import nl.meldcode.adapter.intake.FileIntake;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.adapter.json.JsonSent;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.application.UseCases;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.destruction.ReadDestructions;
import nl.meldcode.application.emergency.OpenEmergencyAccess;
import nl.meldcode.application.emergency.ReadEmergencyAccesses;
import nl.meldcode.application.emergency.ReviewEmergencyAccess;
import nl.meldcode.application.emergency.Told;
import nl.meldcode.application.figures.ReadFigures;
import nl.meldcode.application.health.Report;
import nl.meldcode.application.linking.ShowLinks;
import nl.meldcode.application.lists.KeepLists;
import nl.meldcode.application.lists.ReadLists;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Shapes;
import nl.meldcode.application.port.VirusScanner;
import nl.meldcode.application.practice.OpenPractice;
import nl.meldcode.application.practice.RealDossiers;
import nl.meldcode.application.read.ChooseDossier;
import nl.meldcode.application.read.ManyLookUps;
import nl.meldcode.application.read.OwnDrafts;
import nl.meldcode.application.read.ReadDocument;
import nl.meldcode.application.read.ReadHealth;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.read.ResumeDelivery;
import nl.meldcode.application.read.RosterChoices;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Inspection;
import nl.meldcode.application.record.Papers;
import nl.meldcode.application.record.RecordEntry;
import nl.meldcode.application.record.Rules;
import nl.meldcode.application.record.TakeUpload;
import nl.meldcode.application.record.UploadPace;
import nl.meldcode.application.register.ReadRegister;
import nl.meldcode.application.register.ReferToBoard;
import nl.meldcode.application.reminding.OwnReminders;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.PreviewProtocols;
import nl.meldcode.application.view.ReadWorkList;
import nl.meldcode.application.view.Shelf;
import nl.meldcode.application.view.ShowDossier;

/** What the interface offers, put together from these parts. */
record Offered(
    SqlStore store,
    Dossiers dossiers,
    Roster roster,
    Gate gate,
    Assessments assessments,
    AccessReader history,
    Supplier<Report> health,
    Optional<Reminding> reminding,
    VirusScanner scanner) {

  UseCases useCases(JsonEntries entries, ShowLinks showLinks, Afterwards afterwards) {
    Shapes shapes = new ConstraintShapes(gate.clock());
    Bodies bodies = new Bodies(new JsonSent(), shapes);
    Texts texts = new Texts();
    Documents documents = new PdfDocuments();
    RealDossiers real = new RealDossiers(dossiers);
    Told told = new Told(store.emergencies(), real, store.mergers(), gate);
    return new UseCases(
        new Callers(
            store.sessions(), roster, store.mergers(), store.emergencies(), dossiers, gate.clock()),
        recordEntry(
            new Inspection(entries, shapes, roster),
            new Papers(documents, store.attachments(), texts, roster),
            afterwards),
        showDossier(showLinks, texts),
        new PreviewProtocols(dossiers, gate, assessments, texts),
        new ChooseDossier(dossiers, store.sessions(), roster, gate),
        new ReadDocument(dossiers, store.attachments(), documents, gate),
        takeUpload(),
        new OwnDrafts(store.drafts(), gate),
        new ResumeDelivery(dossiers, store.deliveries(), gate, afterwards.relay()::nudge),
        new RosterChoices(dossiers, roster, gate),
        new ReferToBoard(store.boardRegister(), gate),
        new ReadRegister(store.boardRegister(), store.mergers(), gate),
        new ReadLists(store.lists(), roster, gate),
        new KeepLists(store.lists(), bodies, gate),
        showLinks,
        new ReadLog(history, dossiers, gate),
        new OpenEmergencyAccess(store.emergencies(), dossiers, bodies, gate),
        new ReadEmergencyAccesses(told, roster, gate),
        new ReviewEmergencyAccess(told, bodies, gate),
        new ManyLookUps(history, store.mergers(), gate),
        new ReadDestructions(real, store.erasures(), store.mergers(), roster, gate),
        new ReadWorkList(real, roster, gate, assessments, texts),
        new ReadHealth(health, gate),
        new OpenPractice(dossiers, store.sessions(), gate),
        new ReadFigures(real, roster, gate, assessments),
        new OwnReminders(reminding.map(Reminding::kept), roster, gate),
        texts);
  }

  private RecordEntry recordEntry(Inspection inspection, Papers papers, Afterwards afterwards) {
    Rules rules = new Rules(assessments, store.links(), roster::capabilities);
    return new RecordEntry(dossiers, inspection, gate, papers, rules, afterwards::recorded);
  }

  private TakeUpload takeUpload() {
    return new TakeUpload(
        dossiers,
        store.attachments(),
        gate,
        new TakeUpload.Protection(new UploadPace(System::nanoTime), scanner, new FileIntake()));
  }

  private ShowDossier showDossier(ShowLinks showLinks, Texts texts) {
    Shelf shelf = new Shelf(dossiers, showLinks, gate);
    return new ShowDossier(shelf, roster, store.deliveries(), gate, assessments, texts);
  }
}
