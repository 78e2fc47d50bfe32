package nl.meldcode.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Answer;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Emergency access over HTTP, from a sign-in at the host to the review. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final String REASON =
      "{\"reason\":\"De directeur is met verlof en vader staat op het plein.\"}";
  private StartedSchool school;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(14, 0));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  @Test
  @Covers({"A04", "A05", "A08"})
  void itTakesAFreshSignInEndsByItselfAndIsReviewedBySomebodyElse() {
    whatVeiligThuisTold(school.tab("petra", "lotte"));
    HostSession signedIn = HostSession.signIn(school.site(), "sem");
    school.goTo(DAY, LocalTime.of(14, 10));
    Tab later = signedIn.open(Ids.pupil("lotte"));
    assertThat(open(later, 403).json().path("type").asText()).endsWith("sign-in-again");
    assertThat(kinds(later)).doesNotContain("FamilyInformation");

    Tab sem = school.tab("sem", "lotte");
    JsonNode opened = open(sem, 201).json();

    assertThat(kinds(sem)).contains("FamilyInformation");
    assertThat(kinds(school.tab("nora", "lotte"))).doesNotContain("FamilyInformation");
    assertThat(sem.dossier().root().path("emergencyEndsAt").asText())
        .isEqualTo(opened.path("endsAt").asText())
        .startsWith("2026-03-12T14:1");
    sem.call("GET", "/emergency-accesses").send().expect(404);
    Tab femke = HostSession.signIn(school.site(), "femke").openSchoolTab();
    bothAreTold(femke);

    String review = "/emergency-accesses/" + opened.path("id").asText() + "/reviews";
    String judged = "{\"justified\":true,\"note\":\"Kon niet wachten.\"}";
    sem.call("POST", review).json(judged).send().expect(404);
    femke.call("POST", review).json(judged).send().expect(201);
    femke.call("POST", review).json(judged).send().expect(409);

    school.goTo(DAY, LocalTime.of(15, 11));
    assertThat(kinds(school.tab("sem", "lotte"))).doesNotContain("FamilyInformation");
    assertThat(
            school
                .tab("petra", "lotte")
                .call("GET", "/log")
                .send()
                .expect(200)
                .json()
                .findValuesAsText("deed"))
        .contains("EMERGENCY");
  }

  @Test
  @Covers({"S26", "A05"})
  void twoPeopleDestroyADossierAndThePageIsAsIfItNeverWas() {
    Tab nora = school.tab("nora", "daan");
    nora.record(
        """
        {"kind":"DossierOpened","on":"2026-03-12","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String request =
        nora.record(
            """
            {"kind":"DestructionRequest","requester":"GUARDIAN","on":"2026-03-12",
             "reason":"Het vermoeden is weerlegd."}""");
    String decision =
        """
        {"kind":"DestructionDecision","request":"%s","choice":"DESTROY","motivation":"Weerlegd."}"""
            .formatted(request);
    nora.recordExpecting(403, decision);
    Tab petra = school.tab("petra", "daan");
    assertThat(waiting().findValuesAsText("pupil")).contains("Daan Mulder");

    petra.record(decision);

    for (String login : List.of("petra", "nora")) {
      assertThat(school.tab(login, "daan").dossier().root().path("dossier").isNull()).isTrue();
    }
    assertThat(waiting().findValuesAsText("pupil")).doesNotContain("Daan Mulder");
    JsonNode certificate = destructions("femke").path("certificates").path(0);
    assertThat(certificate.path("askedBy").asText()).isEqualTo("Nora Kuiper");
    assertThat(certificate.path("decidedBy").asText()).isEqualTo("Petra Smit");
  }

  private JsonNode waiting() {
    return destructions("petra").path("waiting");
  }

  private JsonNode destructions(String login) {
    Tab tab = HostSession.signIn(school.site(), login).openSchoolTab();
    return tab.call("GET", "/destructions").send().expect(200).json();
  }

  private void bothAreTold(Tab femke) {
    JsonNode row = list(femke).path(0);
    assertThat(row.path("who").asText()).isEqualTo("Sem de Wit");
    assertThat(row.path("pupil").isNull() && row.path("reason").isNull()).isTrue();
    JsonNode head = list(HostSession.signIn(school.site(), "petra").openSchoolTab()).path(0);
    assertThat(head.path("pupil").asText()).isEqualTo("Lotte Hendriks");
    assertThat(head.path("reason").asText()).contains("plein");
  }

  private static void whatVeiligThuisTold(Tab petra) {
    petra.record(
        """
        {"kind":"DossierOpened","on":"2026-03-12","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String report =
        petra.record(
            """
            {"kind":"VeiligThuisReport","on":"2026-03-12","contact":"M. de Boer","topics":[]}""");
    petra.record(
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-03-12","information":"Vader is weg."}"""
            .formatted(report));
  }

  private static Answer open(Tab tab, int status) {
    return tab.call("POST", "/emergency-accesses")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .json(REASON)
        .send()
        .expect(status);
  }

  private static JsonNode list(Tab tab) {
    return tab.call("GET", "/emergency-accesses").send().expect(200).json().path("accesses");
  }

  private static List<String> kinds(Tab tab) {
    return tab.dossier().root().path("dossier").path("entries").findValuesAsText("kind");
  }
}
