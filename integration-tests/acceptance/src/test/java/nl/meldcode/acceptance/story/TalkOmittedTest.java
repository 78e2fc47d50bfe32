package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scenario E8, by the protocol of 2019: a talk would be dangerous, so it is left out. */
@Tag("framework")
class TalkOmittedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final UUID MOTHER = Ids.person("mirella-brands");
  private static final UUID FATHER = Ids.person("otto-brands");
  private static final String WAIVER =
      """
      {"kind": "StepWaiver", "step": "PARENTS", "ground": "SPECIAL_FORM", "on": "2026-03-09",
       "motivation": "%s"}""";
  private static final String DECISION =
      """
      {"kind": "Decision", "on": "2026-03-09", "deciders": ["%s"], "motivation": "Zo besloten.",
       "afweging": {"unsafe": "IN_DOUBT", "unsafeGround": "Wat de deskundige zegt.",
       "reportNecessary": %s, "helpPossible": true}}""";

  @Test
  @Covers({"B11.2", "B9.1", "B3.1", "B3.2", "B3.3", "S3.12", "S5.15", "B8.1"})
  void anExpertIsConsultedTheTalkIsWaivedAndThePupilOfTwelveIsAskedFor() {
    try (StartedSchool school =
        StartedSchool.following("onderwijs-2019@1.0.0", TODAY, LocalTime.of(10, 0))) {
      Tab nora = school.tab("nora", "yara");
      nora.record(
          """
          {"kind": "DossierOpened", "on": "2026-03-09", "route": "HOME",
           "concerns": ["DOMESTIC_VIOLENCE"], "specialForm": "HONOUR"}""");
      assertThat(nora.dossier().missing("consultation")).contains("B11.2");
      nora.record(
          """
          {"kind": "ExternalConsultation", "organisation": "SPECIAL_FORM_EXPERT",
           "on": "2026-03-09", "contact": "M. de Graaf", "question": "Is een gesprek veilig?",
           "advice": "Praat niet met de ouders."}""");
      assertThat(nora.dossier().missing("consultation")).doesNotContain("B11.2");

      school.tab("sem", "yara").recordExpecting(403, WAIVER.formatted("Gevaar."));
      Tab petra = school.tab("petra", "yara");
      petra.recordExpecting(400, WAIVER.formatted(" "));
      petra.record(WAIVER.formatted("Gevaar bij een gesprek."));
      assertThat(petra.dossier().step("parents")).isEqualTo("reason");

      petra.record(DECISION.formatted(Ids.staff("petra"), false));
      assertThat(petra.dossier().missing("decision")).contains("B3.3");
      petra.record(DECISION.formatted(Ids.staff("petra"), true));
      assertThat(petra.dossier().missing("decision")).doesNotContain("B3.3").contains("B9.1");
      petra.record(ReportForms.veiligThuis(TODAY, LocalDate.of(2026, 3, 16)));
      petra.record(ReportForms.exempt(MOTHER));
      petra.record(ReportForms.exempt(FATHER));
      petra.record(
          """
          {"kind": "PupilInformed", "informedOn": "2026-03-09", "how": "gesprek"}""");

      assertThat(petra.dossier().missing("decision")).containsExactly("S5.2");
      assertThat(petra.dossier().findings("B8.1").get(0).path("dueOn").asText())
          .isEqualTo("2026-03-16");
    }
  }
}
