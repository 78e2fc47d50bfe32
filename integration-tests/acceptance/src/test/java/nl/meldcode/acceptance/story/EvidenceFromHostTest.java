package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Pdf;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What the administration itself holds about a pupil, picked as evidence for a signal. */
@Tag("framework")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EvidenceFromHostTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  private StartedSchool school;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(9, 0));
  }

  @AfterAll
  void stop() {
    school.close();
  }

  private static String signal(JsonNode picked) {
    return """
        {"kind": "Signal", "observedOn": "2026-02-09", "source": "SELF", "facts": "Kwam weer zonder brood.",
         "evidence": [%s]}"""
        .formatted(picked);
  }

  @Test
  @Order(1)
  @Covers({"S1.11", "A.10"})
  void aNoteIsPickedAndStandsInTheDossierAndOnPaper() {
    Tab anja = school.tab("anja", "lotte");
    JsonNode picked = anja.call("GET", "/observations").send().expect(200).json().path(0);
    assertThat(picked.path("title").asText()).isNotBlank();

    anja.record(signal(picked));
    anja.record(Forms.opening(DAY));

    assertThat(anja.dossier().entries("Signal").get(0).at("/content/evidence/0")).isEqualTo(picked);
    String log =
        school
            .tab("nora", "lotte")
            .record(
                """
                {"kind": "SignalLog", "purpose": "Overleg."}""");
    assertThat(Pdf.text(school.tab("nora", "lotte").document(log)))
        .contains(picked.path("title").asText());
  }

  @Test
  @Order(2)
  void whatStandsThereInOtherWordsIsRefusedAndNothingIsRecorded() {
    Tab tim = school.tab("tim", "finn");
    ObjectNode picked =
        (ObjectNode) tim.call("GET", "/observations").send().expect(200).json().path(0);

    picked.put("title", "Verzonnen");
    JsonNode problem = tim.recordExpecting(400, signal(picked)).json();

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/evidence/0");
    assertThat(problem.at("/errors/0/detail").asText()).contains("leerlingadministratie");
    assertThat(tim.dossier().version()).isZero();
  }

  @Test
  @Order(3)
  void whileTheHostIsAwayASignalIsRecordedWithoutIt() {
    Tab anja = school.tab("anja", "lotte");
    JsonNode picked = anja.call("GET", "/observations").send().expect(200).json().path(1);
    school.hostAvailable(false);
    try {
      anja.call("GET", "/observations").send().expect(503);
      anja.recordExpecting(400, signal(picked));
      anja.record(Forms.signal(DAY, "Kwam weer zonder brood."));
    } finally {
      school.hostAvailable(true);
    }
  }
}
