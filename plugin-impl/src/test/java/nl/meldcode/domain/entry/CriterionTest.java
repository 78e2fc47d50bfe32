package nl.meldcode.domain.entry;

import static nl.meldcode.domain.entry.YesNoUnknown.NO;
import static nl.meldcode.domain.entry.YesNoUnknown.UNKNOWN;
import static nl.meldcode.domain.entry.YesNoUnknown.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

class CriterionTest {
  private static final Set<Criterion> CONCERN_WHEN_YES =
      Set.of(Criterion.I2, Criterion.I4, Criterion.I5, Criterion.G5, Criterion.G6);

  @Test
  @Covers({"S4.5-I1", "S4.5-I2", "S4.5-I3", "S4.5-I4", "S4.5-I5"})
  @Covers({"S4.5-G1", "S4.5-G2", "S4.5-G3", "S4.5-G4", "S4.5-G5", "S4.5-G6"})
  void whichAnswerIsAConcernDiffersPerCriterion() {
    for (Criterion criterion : Criterion.values()) {
      boolean yes = CONCERN_WHEN_YES.contains(criterion);
      assertThat(criterion.isConcern(YES)).as(criterion.name()).isEqualTo(yes);
      assertThat(criterion.isConcern(NO)).as(criterion.name()).isEqualTo(!yes);
      assertThat(criterion.isConcern(UNKNOWN)).isFalse();
    }
  }

  @Test
  void threeGroupCriteriaAskEachPupil() {
    assertThat(Arrays.stream(Criterion.values()).filter(Criterion::perPupil))
        .containsExactly(Criterion.G1, Criterion.G3, Criterion.G4);
  }
}
