package nl.meldcode.adapter.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.meldcode.application.UseCases;

/** The resources and filters of the interface. */
public final class RestApi {
  private RestApi() {}

  /** What is served while no host is connected: that the plugin is there. */
  public static List<Object> bare() {
    return List.of(new OneAddress(), new ReadinessResource(), new OpenApiResource());
  }

  /**
   * Everything.
   *
   * @param origin of the plugin's own pages, the only one that may change anything
   */
  public static List<Object> of(UseCases cases, Supplier<String> origin) {
    Visits visits = new Visits(cases.callers(), cases.texts());
    List<Object> all = new ArrayList<>(bare());
    all.add(new SameOrigin(origin));
    all.add(
        new DossierResource(
            visits, cases.showDossier(), cases.previewProtocols(), cases.resumeDelivery()));
    all.add(new ChosenDossierResource(visits, cases.chooseDossier()));
    all.add(new EntriesResource(visits, cases.recordEntry(), cases.readDocument()));
    all.add(new AttachmentsResource(visits, cases.takeUpload()));
    all.add(new DraftsResource(visits, cases.ownDrafts()));
    all.add(new PupilsResource(visits, cases.rosterChoices()));
    all.add(new ObservationsResource(visits, cases.rosterChoices()));
    all.add(new ReferralsResource(visits, cases.referToBoard(), cases.readRegister()));
    all.add(new ListsResource(visits, cases.readLists(), cases.keepLists()));
    all.add(new LinksResource(visits, cases.showLinks()));
    all.add(new LogResource(visits, cases.readLog()));
    all.add(
        new EmergencyResource(
            visits,
            cases.openEmergency(),
            cases.readEmergencies(),
            cases.reviewEmergency(),
            cases.manyLookUps()));
    all.add(new DestructionsResource(visits, cases.readDestructions()));
    all.add(new WorkListResource(visits, cases.readWorkList(), cases.chooseDossier()));
    all.add(new HealthResource(visits, cases.readHealth()));
    all.add(new PracticeResource(visits, cases.openPractice()));
    all.add(new FiguresResource(visits, cases.readFigures()));
    all.add(new RemindersResource(visits, cases.ownReminders()));
    all.add(new TextsResource(cases.texts()));
    all.add(new Compressed.Writer());
    return all;
  }
}
