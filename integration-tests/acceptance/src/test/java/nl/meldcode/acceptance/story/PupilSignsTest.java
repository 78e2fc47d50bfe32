package nl.meldcode.acceptance.story;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Await;
import nl.meldcode.acceptance.kit.HostSession;
import nl.meldcode.acceptance.kit.Pdf;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.kit.View;
import nl.meldcode.acceptance.story.Lotte.Version;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pupil who is 16 on the day of the talk answers the report, up to the record at the host. */
@Tag("framework")
class PupilSignsTest {
  @Test
  @Covers({"S3.6", "S3.7", "S3.8", "A.12.12"})
  void thePupilsAnswerCompletesTheStepAndReachesTheHost() {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0))) {
      school.hostChanges(
          "{\"change\": \"born\", \"pupilId\": \"%s\", \"birthDate\": \"2010-02-16\"}"
              .formatted(Lotte.PUPIL));
      Lotte lotte = new Lotte(school);
      lotte.signals();
      lotte.consultation();
      String talk = lotte.talk();
      Tab anja = lotte.now("anja");
      String report = Forms.report(talk, "Wij bespraken wat helpt.");
      assertThat(anja.recordExpecting(409, report).json().path("detail").asText())
          .contains("16 jaar of ouder");

      String id = anja.record(report.replaceFirst("}\\s*$", ", \"pupilSigns\": true}"));
      View asked = anja.dossier();
      Version version = new Version(id, asked.report(id).path("sha256").asText());
      assertThat(asked.missing("parents")).containsExactly("S3.9");
      assertThat(asked.guardian(id, Lotte.PUPIL).path("status").asText()).isEqualTo("AANGEBODEN");
      assertThat(asked.report(id).path("guardians")).hasSize(1);
      assertThat(Pdf.text(anja.document(id))).contains("Voor de leerling");

      anja.recordExpecting(409, signed(version, Forms.MOTHER, ""));
      anja.record(signed(version, Lotte.PUPIL, ", \"guardiansMaySee\": true"));

      View done = anja.dossier();
      assertThat(done.missing("parents")).isEmpty();
      assertThat(done.step("parents")).isEqualTo("done");
      anja.record(signed(version, Forms.MOTHER, ""));
      HostSession host = HostSession.signIn(school.site(), "anja");
      Await.until(
          "both at the host",
          Duration.ofSeconds(30),
          () -> host.documents(Lotte.PUPIL).contains("2 ondertekend"));
      for (JsonNode row : anja.dossier().dossier().path("deliveries")) {
        assertThat(row.path("state").asText()).isEqualTo("STORED");
      }
    }
  }

  private static String signed(Version version, UUID who, String more) {
    return Forms.signed(version.id(), version.sha256(), who, "Naam", february(16))
        .replaceFirst("}\\s*$", more + "}");
  }
}
