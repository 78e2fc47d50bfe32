package nl.meldcode.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Terms in school days go by the free days that the administration of this school has. */
@Tag("framework")
class TermsByTheSchoolTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 1);

  @Test
  @Covers({"A.12.21", "S3.3"})
  void aStudyDayOfTheSchoolIsNotCounted() {
    try (StartedSchool school = StartedSchool.at(THURSDAY, LocalTime.of(9, 0))) {
      Tab nora = school.tab("nora", "lotte");
      nora.record(Forms.opening(THURSDAY));
      nora.record(Forms.talk(THURSDAY));

      assertThat(nora.dossier().findings("S3.3").get(0).path("dueOn").asText())
          .as("five school days on, Monday the 5th being a study day of this school alone")
          .isEqualTo("2026-10-09");
    }
  }
}
