package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.Json;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Documents;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.application.view.IncidentRow;
import nl.meldcode.application.view.PageView;
import nl.meldcode.application.view.PersonRow;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Criterion;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.PupilPart;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Weighing;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final UUID INCIDENT = UUID.fromString("5c1a8f0e-0000-4000-8000-000000000001");

  private static final ObjectMapper JSON = Json.mapper();

  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"O14", "S0.4"})
  void itIsRecordedOnceAndStandsInTheDossierOfEachWithOnlyThatPupilsPart() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));

    Dossier lotte = dossier(LOTTE);
    Dossier finn = dossier(FINN);
    assertThat(List.of(lotte, finn))
        .allSatisfy(
            one -> {
              assertThat(one.state()).isEqualTo(DossierState.OPEN);
              assertThat(one.route()).isEqualTo(Route.PEERS);
              assertThat(one.entries()).hasSize(1);
              assertThat(last(one, Incident.class).incident()).isEqualTo(INCIDENT);
            });
    assertThat(last(lotte, Incident.class).parts())
        .containsExactly(new PupilPart(LOTTE, "over " + LOTTE));
    assertThat(last(finn, Incident.class).parts())
        .containsExactly(new PupilPart(FINN, "over " + FINN));
  }

  @Test
  @Covers("R05")
  void theSameRequestAgainAddsNothing() {
    Request request = new Request(UUID.randomUUID(), null);
    String body = incident(LOTTE, FINN);
    done(record(NORA, LOTTE, body, request));

    assertThat(record(NORA, LOTTE, body, request))
        .isInstanceOfSatisfying(Outcome.Done.class, it -> assertThat(it.again()).isTrue());
    assertThat(plugin.dossiers.all()).allSatisfy(one -> assertThat(one.version()).isEqualTo(1));
    assertThat(record(NORA, FINN, body, request)).isEqualTo(new Outcome.KeyReused());
  }

  @Test
  void aTeacherDoesNotRecordItNorWhatIsSharedByIt() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));

    Outcome.Forbidden forbidden = new Outcome.Forbidden(Set.of(Role.IB, Role.AF, Role.DIR));
    assertThat(record(ANJA, LOTTE, incident(LOTTE, FINN))).isEqualTo(forbidden);
    assertThat(record(ANJA, LOTTE, consultation(FINN))).isEqualTo(forbidden);
  }

  @Test
  @Covers("A.12.25")
  void aTeacherSeesTheOwnPupilsPartAndNobodyElse() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    done(record(SEM, FINN, consultation(LOTTE)));

    assertThat(written(page(ANJA, LOTTE)))
        .contains("over " + LOTTE, "Wij spraken")
        .doesNotContain(FINN.toString(), "Finn");
    assertThat(written(page(TIM, FINN)))
        .contains("over " + FINN)
        .doesNotContain(LOTTE.toString(), "Lotte");
  }

  @Test
  @Covers({"P6", "O14", "R04"})
  void whoGotAnotherRegistrationSinceThenKeepsTheOwnPart() {
    PupilId former = new PupilId(UUID.randomUUID());
    plugin.school.former = former;
    done(record(NORA, former, incident(former, FINN)));
    join(dossier(former), LOTTE);

    done(record(SEM, LOTTE, consultation(former)));
    done(record(SEM, FINN, consultation(former)));

    Dossier own = dossier(LOTTE);
    assertThat(own.registrations()).containsExactly(former, LOTTE);
    assertThat(own.all(Consultation.class))
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(one.entry().parts())
                    .containsExactly(new PupilPart(former, "alleen hier")));
    assertThat(own.entries().get(3).pupil()).as("under the one that counts").isEqualTo(LOTTE);
    assertThat(dossier(FINN).all(Consultation.class)).hasSize(2);
  }

  private void join(Dossier dossier, PupilId other) {
    plugin.dossiers.append(
        new NewEntry(
            School.ID,
            dossier.id(),
            other,
            new EntryId(UUID.randomUUID()),
            UUID.randomUUID(),
            null,
            plugin.school.clock().instant(),
            NORA.id(),
            Role.IB,
            dossier.protocol(),
            List.of(),
            new LinkDecision(
                dossier.id(), LinkKind.SAME_PUPIL, LinkDecision.Choice.CONFIRMED, "Zelfde kind.")));
  }

  @Test
  @Covers("O14")
  void managementSeesWhoElseWasInvolved() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));

    assertThat(dossierOf(page(PETRA, FINN)).incidents())
        .extracting(IncidentRow::pupils)
        .containsExactly(
            List.of(
                new PersonRow(LOTTE.toString(), "Lotte Hendriks"),
                new PersonRow(FINN.toString(), "Finn Willemse")));
  }

  @Test
  @Covers({"S4.4", "S4.5-G1", "S4.6a"})
  void aWeighingGoesIntoEachDossierWithThatPupilsAnswers() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    done(record(NORA, LOTTE, weighing()));

    Weighing lotte = last(dossier(LOTTE), Weighing.class);
    Weighing finn = last(dossier(FINN), Weighing.class);
    assertThat(lotte.allCriteriaClear()).isTrue();
    assertThat(finn.allCriteriaClear()).as("Finn's G1 is unknown without a reason").isFalse();
    assertThat(lotte.group())
        .extracting(one -> one.criterion())
        .containsExactly(Criterion.G1, Criterion.G2);
    assertThat(finn.individual()).isEmpty();
    assertThat(finn.group())
        .allSatisfy(one -> assertThat(one.pupil()).isNotEqualTo(LOTTE))
        .hasSize(2);
  }

  @Test
  void aClosedDossierIsLeftOut() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    done(record(NORA, FINN, closure()));

    done(record(SEM, LOTTE, consultation(LOTTE)));

    assertThat(dossier(LOTTE).version()).isEqualTo(2);
    assertThat(dossier(FINN).version()).as("incident and closing").isEqualTo(2);
  }

  @Test
  void afterClosingANewIncidentBeginsANewDossier() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    done(record(NORA, FINN, closure()));

    done(record(NORA, LOTTE, incident(LOTTE, FINN).replace("000001", "000002")));

    assertThat(plugin.dossiers.of(School.ID, FINN)).hasSize(2);
    assertThat(plugin.dossiers.of(School.ID, LOTTE)).hasSize(1);
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsRecorded() {
    PupilId stranger = new PupilId(School.id("pupil:stranger"));
    String alone = incident(FINN, FINN).replace("over " + FINN, "x");

    assertThat(record(NORA, LOTTE, alone))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/pupils", "pupils.several"))));
    assertThat(record(NORA, LOTTE, incident(LOTTE, stranger)))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/pupils/1", "pupil.unknown"))));
    assertThat(plugin.dossiers.all()).isEmpty();

    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    assertThat(record(SEM, LOTTE, consultation(stranger)))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/parts/0", "pupil.notInvolved"))));
    assertThat(record(SEM, LOTTE, consultation(LOTTE).replace("000001", "000009")))
        .isEqualTo(
            new Outcome.Invalid(
                List.of(
                    new Fault("/incident", "incident.unknown"),
                    new Fault("/parts/0", "pupil.notInvolved"))));
  }

  @Test
  @Covers("R06")
  void whenItCannotBeWrittenItStandsInNoDossier() {
    plugin.dossiers.breakDown();

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> record(NORA, LOTTE, incident(LOTTE, FINN)));

    assertThat(plugin.dossiers.all()).isEmpty();
  }

  @Test
  @Covers("S1.6")
  void paperTellsOfTheIncidentWithoutTheOthers() {
    done(record(NORA, LOTTE, incident(LOTTE, FINN)));
    done(record(NORA, LOTTE, "{\"kind\": \"SignalLog\", \"purpose\": \"overdracht\"}"));

    List<String> said =
        plugin.documents.listings.get(0).chapters().stream()
            .flatMap(chapter -> chapter.items().stream())
            .flatMap(item -> item.lines().stream())
            .flatMap(line -> line.said().stream())
            .toList();
    assertThat(said)
        .contains("Er werd geduwd bij het hek.")
        .noneMatch(one -> one.contains("Finn") || one.contains(INCIDENT.toString()));
    assertThat(plugin.documents.listings)
        .extracting(Documents.ListingSheet::title)
        .containsExactly("Logboek signalen");
  }

  private static String incident(PupilId... pupils) {
    return """
    {"kind": "Incident", "incident": "%s", "on": "2026-02-09", "facts": "Er werd geduwd bij het hek.",
     "concerns": ["AGGRESSION"], "frequency": "INCIDENTAL", "seriousness": "SERIOUS",
     "pupils": ["%s", "%s"],
     "parts": [{"pupil": "%s", "text": "over %s"}, {"pupil": "%s", "text": "over %s"}]}"""
        .formatted(INCIDENT, pupils[0], pupils[1], pupils[0], pupils[0], pupils[1], pupils[1]);
  }

  private static String consultation(PupilId about) {
    return """
    {"kind": "Consultation", "level": "CASE_CONFERENCE", "on": "2026-02-09", "incident": "%s",
     "participants": [{"staff": "%s"}, {"name": "L. Bos", "organisation": "GGD"}],
     "question": "Wat is er nodig?", "outcome": "Wij spraken over het plein.",
     "parts": [{"pupil": "%s", "text": "alleen hier"}]}"""
        .formatted(INCIDENT, SEM.id(), about);
  }

  private static String weighing() {
    return """
    {"kind": "Weighing", "incident": "%1$s", "scope": "BOTH", "externalAdviceAsked": true,
     "individual": [{"criterion": "I1", "pupil": "%2$s", "answer": "YES"}],
     "group": [{"criterion": "G1", "pupil": "%2$s", "answer": "YES"},
      {"criterion": "G1", "pupil": "%3$s", "answer": "UNKNOWN"},
      {"criterion": "G2", "answer": "NO"}],
     "conclusion": "CONCERN_HELP", "motivation": "feiten"}"""
        .formatted(INCIDENT, LOTTE, FINN);
  }

  private static String closure() {
    return """
    {"kind": "Closure", "reason": "NO_CONCERN", "on": "2026-02-09", "acceptedGaps": [%s]}"""
        .formatted(
            List.of(
                    "S0.6", "S1.7", "S2.2", "S2.6", "S2.7", "S2.12", "S3.1", "S4.1", "S4.2", "S4.7",
                    "S5.1")
                .stream()
                .map(
                    one -> "{\"requirement\": \"%s\", \"reason\": \"overgedragen\"}".formatted(one))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow());
  }

  private Outcome record(StaffMember member, PupilId pupil, String json) {
    List<Dossier> all = plugin.dossiers.of(School.ID, pupil);
    Long version = all.isEmpty() ? null : all.get(all.size() - 1).version();
    return record(member, pupil, json, new Request(UUID.randomUUID(), version));
  }

  private Outcome record(StaffMember member, PupilId pupil, String json, Request request) {
    return plugin.recordEntry.record(
        plugin.school.caller(member, pupil), json.getBytes(StandardCharsets.UTF_8), request);
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private Dossier dossier(PupilId pupil) {
    return plugin.dossiers.of(School.ID, pupil).get(0);
  }

  private static <T extends Entry> T last(Dossier dossier, Class<T> kind) {
    return dossier.latest(kind).orElseThrow().entry();
  }

  private PageView page(StaffMember member, PupilId pupil) {
    return plugin.showDossier.show(plugin.school.caller(member, pupil)).view();
  }

  private static DossierView dossierOf(PageView page) {
    return Objects.requireNonNull(page.dossier());
  }

  private static String written(PageView page) {
    return dossierOf(page).entries().stream()
            .map(one -> String.valueOf(JSON.valueToTree(one)))
            .toList()
        + dossierOf(page).incidents().toString();
  }
}
