package nl.meldcode.domain.entry;

import static nl.meldcode.domain.entry.ConsultLevel.CASE_CONFERENCE;
import static nl.meldcode.domain.entry.ConsultLevel.EXPERT_ADVICE;
import static nl.meldcode.domain.entry.ConsultLevel.PEER;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsultLevelTest {
  @ParameterizedTest
  @Covers({"S2.5", "S2.6", "S2.7"})
  @CsvSource({
    "INCIDENTAL, NOT_STRIKING, PEER",
    "INCIDENTAL, STRIKING, EXPERT_ADVICE",
    "INCIDENTAL, SERIOUS, EXPERT_ADVICE",
    "INCIDENTAL, SERIOUS_AND_HARMFUL, CASE_CONFERENCE",
    "REPEATED, NOT_STRIKING, EXPERT_ADVICE",
    "REPEATED, STRIKING, EXPERT_ADVICE",
    "REPEATED, SERIOUS, EXPERT_ADVICE",
    "REPEATED, SERIOUS_AND_HARMFUL, CASE_CONFERENCE",
    "FREQUENT, NOT_STRIKING, CASE_CONFERENCE",
    "FREQUENT, STRIKING, CASE_CONFERENCE",
    "FREQUENT, SERIOUS, CASE_CONFERENCE",
    "FREQUENT, SERIOUS_AND_HARMFUL, CASE_CONFERENCE"
  })
  void theTableOfLevelsHolds(Frequency frequency, Seriousness seriousness, ConsultLevel level) {
    assertThat(ConsultLevel.required(frequency, seriousness, false)).isEqualTo(level);
    assertThat(ConsultLevel.required(frequency, seriousness, true)).isEqualTo(CASE_CONFERENCE);
  }

  @Test
  @Covers("S2.5")
  void aHigherLevelSatisfiesALowerOne() {
    assertThat(CASE_CONFERENCE.satisfies(PEER)).isTrue();
    assertThat(EXPERT_ADVICE.satisfies(EXPERT_ADVICE)).isTrue();
    assertThat(PEER.satisfies(EXPERT_ADVICE)).isFalse();
  }
}
