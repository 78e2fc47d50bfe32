package nl.meldcode.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meldcode.acceptance.kit.Ids;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;

/** The dossier of Daan in scenario E3, up to the decision. */
public final class Daan {
  public static final String NAME = "Daan Mulder";
  public static final UUID MOTHER = Ids.person("sanne-mulder");
  public static final UUID FATHER = Ids.person("rob-mulder");

  private Daan() {}

  /** Two talks, help offered and refused, no improvement, until the end of February. */
  public static void refusedHelp(StartedSchool school) {
    LocalDate first = LocalDate.of(2026, 2, 9);
    Tab nora = nora(school, first);
    nora.record(Forms.signal(first, "Kwam zonder jas en zonder brood."));
    nora.record(Forms.opening(first));
    nora.record(Forms.fiveAnswers());
    nora.record(Forms.handover(first));
    nora.record(Forms.advice(first));
    nora.record(Forms.coach(first));
    for (LocalDate day : List.of(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 17))) {
      talked(school, day);
    }
    LocalDate last = LocalDate.of(2026, 2, 27);
    Tab ib = nora(school, last);
    LocalDate start = LocalDate.of(2026, 2, 17);
    String help = ib.record(ReportForms.help(start, last, MOTHER, FATHER));
    ib.record(ReportForms.noImprovement(help, last));
    ib.record(Forms.review(last));
    ib.record(Forms.noInquiry());
    ib.record(Forms.weighing("Feiten."));
  }

  private static void talked(StartedSchool school, LocalDate day) {
    Tab nora = nora(school, day);
    String talk = nora.record(ReportForms.talk(day, MOTHER, FATHER));
    String version = nora.record(ReportForms.report(talk));
    JsonNode frozen = nora.dossier().report(version);
    for (UUID parent : List.of(MOTHER, FATHER)) {
      nora.record(
          Forms.refused(
              version, frozen.path("sha256").asText(), parent, day, "Wil niet reageren."));
    }
    nora.record(ReportForms.helpRefused(day, MOTHER, FATHER));
  }

  private static Tab nora(StartedSchool school, LocalDate day) {
    school.goTo(day, LocalTime.of(10, 0));
    return school.tab("nora", "daan");
  }
}
