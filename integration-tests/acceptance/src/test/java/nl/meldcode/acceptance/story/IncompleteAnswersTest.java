package nl.meldcode.acceptance.story;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that leave something open are asked about; the dossier stays readable. */
@Tag("framework")
class IncompleteAnswersTest {
  @Test
  @Covers({"S1.7e", "S3.10a", "S4.6d"})
  void whatWasLeftOpenIsNamedAndTheDossierStaysReadable() {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0))) {
      Lotte lotte = new Lotte(school);
      lotte.signals();
      Tab anja = lotte.now("anja");
      anja.record(
          Forms.fiveAnswers()
              .replace("\"developmentUnknown\": false", "\"developmentUnknown\": true"));
      assertThat(anja.dossier().text()).contains("S1.7e");
      lotte.consultation();
      lotte
          .on(february(16), "anja")
          .record(
              Forms.talk(february(16)).replace("{\"point\": \"PURPOSE\", \"done\": true}, ", ""));
      assertThat(lotte.now("anja").dossier().missing("parents")).contains("S3.10a");
      lotte
          .on(february(19), "nora")
          .record(Forms.weighing(Lotte.WEIGHED).replace("\"developmentPoints\": \"geen\", ", ""));
      assertThat(lotte.now("nora").dossier().missing("weighing")).contains("S4.6d");
    }
  }
}
