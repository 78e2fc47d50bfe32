package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.MintedLaunch;
import nl.meldcode.acceptance.kit.Pdf;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario E6: something happened on the yard among four pupils of two groups. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class GroupIncidentTest {
  private static final LocalDate YARD = LocalDate.of(2026, 3, 12);
  private static final List<String> PUPILS = List.of("jax", "finn", "eva", "bo");
  private static final String INCIDENT = "0b9a6a52-5b0e-4c53-9d2e-6f1f0a7c4e21";

  private StartedSchool school;

  @BeforeAll
  void start() {
    school = StartedSchool.at(YARD, LocalTime.of(14, 0));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Order(0)
  @Covers("O14")
  void whoMayRecordAnIncidentChoosesFromThePupilsOfTheSchool() {
    JsonNode pupils = school.tab("sem", "jax").call("GET", "/pupils").send().expect(200).json();

    assertThat(pupils.findValuesAsText("id")).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    assertThat(pupils.findValuesAsText("name"))
        .contains("Jax Dorst", "Finn Willemse", "Eva Smeets", "Bo Dijkstra");
    assertThat(pupils.findValuesAsText("group")).contains("Groep 1", "Groep 8");
    school.tab("tim", "jax").call("GET", "/pupils").send().expect(404);
  }

  @Test
  @Order(1)
  @Covers({"O14", "S2.5"})
  void fourDossiersCarryTheIncidentAndAskForACaseConference() {
    school
        .tab("sem", "jax")
        .record(
            """
            {"kind": "Incident", "incident": "%s", "on": "%s", "at": "12:20", "place": "schoolplein",
             "facts": "Achter de fietsen werden twee leerlingen ingesloten en aangeraakt.",
             "concerns": ["SEXUAL_BOUNDARY_CROSSING"], "frequency": "INCIDENTAL",
             "seriousness": "SERIOUS", "pupils": [%s],
             "parts": [{"pupil": "%s", "text": "Eva huilde en wilde niet meer naar buiten."}]}"""
                .formatted(INCIDENT, YARD, quoted(PUPILS), Ids.pupil("eva")));

    for (String pupil : PUPILS) {
      View view = school.tab("sem", pupil).dossier();
      assertThat(view.state()).as(pupil).isEqualTo("OPEN");
      assertThat(view.dossier().path("requiredLevel").asText()).isEqualTo("CASE_CONFERENCE");
      assertThat(view.dossier().path("incidents").findValuesAsText("incident"))
          .containsExactly(INCIDENT);
      assertThat(view.entries("Incident").get(0).findValuesAsText("text"))
          .hasSize(pupil.equals("eva") ? 1 : 0);
    }
  }

  @Test
  @Order(2)
  @Covers({"S2.9", "S2.10"})
  void withOutsidersPresentTheGroeidocumentIsDecidedByTheSafeguardingOfficerNotByTheTeacher() {
    Tab sem = school.tab("sem", "jax");
    PUPILS.forEach(pupil -> school.tab("sem", pupil).record(overview()));
    sem.record(
        """
        {"kind": "Consultation", "level": "CASE_CONFERENCE", "on": "%s", "incident": "%s",
         "participants": [{"staff": "%s"}, {"staff": "%s"}, {"name": "L. Bos", "organisation": "GGD"}],
         "question": "Wat is er gebeurd en wat is er nodig?", "outcome": "Toezicht bij de fietsen.",
         "conference": {"analysis": "Een groep van vier.", "parentsPresent": false,
          "parentsReason": "Eerst apart spreken.",
          "plan": [{"what": "Toezicht", "who": "groep 7", "dueOn": "2026-03-19"}]},
         "parts": [{"pupil": "%s", "text": "Finn deed mee omdat hij werd uitgedaagd."}]}"""
            .formatted(YARD, INCIDENT, Ids.staff("sem"), Ids.staff("nora"), Ids.pupil("finn")));

    for (String pupil : PUPILS) {
      View view = school.tab("sem", pupil).dossier();
      assertThat(view.entries("Consultation")).as(pupil).hasSize(1);
      assertThat(view.missing("consultation")).contains("S2.9").doesNotContain("S2.7", "S2.10");
    }
    String growth =
        "{\"kind\": \"GrowthDocumentDecision\", \"choice\": \"START\", \"reason\": \"x\"}";
    assertThat(school.tab("tim", "jax").recordExpecting(403, growth).text())
        .contains("De intern begeleider en de aandachtsfunctionaris doen dit.");
    sem.record(growth);
    assertThat(sem.dossier().missing("consultation")).doesNotContain("S2.9");
  }

  @Test
  @Order(3)
  @Covers({"S4.4", "S4.5-G1", "S4.5-G3", "S4.5-G4", "S4.6a"})
  void theGroupIsWeighedWithAnswersForEachPupilAndUnknownNeedsAReason() {
    Tab petra = school.tab("petra", "jax");
    petra.record(weighing(""));
    assertThat(dossier("petra", "finn").missing("weighing")).contains("S4.6a");
    for (String pupil : List.of("jax", "eva", "bo")) {
      assertThat(dossier("petra", pupil).missing("weighing"))
          .as(pupil)
          .doesNotContain("S4.6a", "S4.5");
    }

    petra.record(weighing(", \"note\": \"Finn zit hier sinds kort.\""));
    View finn = dossier("petra", "finn");
    assertThat(finn.missing("weighing")).doesNotContain("S4.6a", "S4.5");
    assertThat(finn.entries("Weighing").get(1).findValuesAsText("pupil"))
        .as("answers for Finn, and those about all")
        .containsOnly(Ids.pupil("finn").toString(), "null");
  }

  @Test
  @Order(4)
  @Covers({"A.12.25", "S0.5"})
  void aTeacherSeesTheOwnPupilsAndNobodyElse() {
    for (String pupil : List.of("eva", "bo")) {
      seesOnly("anja", pupil);
      assertThat(hidden("tim", "jax", pupil)).isTrue();
    }
    for (String pupil : List.of("jax", "finn")) {
      seesOnly("tim", pupil);
      assertThat(hidden("anja", "eva", pupil)).isTrue();
    }
  }

  @Test
  @Order(5)
  @Covers({"O14", "S3.3"})
  void whatIsPutOnPaperNamesNoOtherChild() {
    Tab nora = school.tab("nora", "eva");
    UUID mother = Ids.person("lotje-smeets");
    UUID father = Ids.person("ivo-smeets");
    String talk = nora.record(ReportForms.talk(YARD, mother, father));
    String report = nora.record(ReportForms.report(talk));
    String all = nora.record("{\"kind\": \"Chronology\", \"purpose\": \"inzage\"}");

    assertThat(List.of(Pdf.text(nora.document(report)), Pdf.text(nora.document(all))))
        .allSatisfy(
            text -> assertThat(text).contains("Eva").doesNotContain("Jax", "Finn", "Bo Dijkstra"));
    assertThat(Pdf.text(nora.document(all))).contains("Eva huilde", "Incident met meer leerlingen");
  }

  private void seesOnly(String login, String pupil) {
    String shown = dossier(login, pupil).text();
    assertThat(shown).contains("Achter de fietsen");
    PUPILS.stream()
        .filter(other -> !other.equals(pupil))
        .forEach(other -> assertThat(shown).doesNotContain(Ids.pupil(other).toString()));
  }

  /** Whether that teacher, at another's pupil, is shown nothing. */
  private boolean hidden(String login, String own, String other) {
    HostSession.Launch launch = HostSession.signIn(school.site(), login).launch(Ids.pupil(own));
    Tab tab = Tab.open(school.site(), MintedLaunch.forPupil(school, launch, Ids.pupil(other)));
    JsonNode root = tab.dossier().root();
    return root.path("hidden").asBoolean() && root.path("dossier").isNull();
  }

  private View dossier(String login, String pupil) {
    return school.tab(login, pupil).dossier();
  }

  private static String overview() {
    return Forms.fiveAnswers()
        .replace("\"others\": \"NO\"", "\"others\": \"YES\", \"othersNote\": \"vier\"");
  }

  /** Finn's G3 is unknown, with that note or without. */
  private static String weighing(String note) {
    Stream<String> each =
        Stream.of("G1", "G3", "G4")
            .flatMap(criterion -> PUPILS.stream().map(pupil -> answer(criterion, pupil, note)));
    return """
    {"kind": "Weighing", "scope": "GROUP", "incident": "%s", "individual": [],
     "group": [%s, {"criterion": "G2", "answer": "NO"}, {"criterion": "G5", "answer": "NO"},
      {"criterion": "G6", "answer": "YES"}],
     "bystanders": "Anderen durven niet meer naar buiten.",
     "safetyRisk": {"physical": "NO", "social": "YES"},
     "unrest": {"inClass": "YES", "inSchool": "YES", "inCommunity": "NO"},
     "developmentPoints": "geen", "externalAdviceAsked": true, "conclusion": "CONCERN_HELP",
     "motivation": "Gewogen in het team."}"""
        .formatted(INCIDENT, String.join(", ", each.toList()));
  }

  private static String answer(String criterion, String pupil, String note) {
    boolean unknown = criterion.equals("G3") && pupil.equals("finn");
    return "{\"criterion\": \"%s\", \"pupil\": \"%s\", \"answer\": \"%s\"%s}"
        .formatted(criterion, Ids.pupil(pupil), unknown ? "UNKNOWN" : "YES", unknown ? note : "");
  }

  private static String quoted(List<String> pupils) {
    return String.join(", ", pupils.stream().map(one -> "\"" + Ids.pupil(one) + "\"").toList());
  }
}
