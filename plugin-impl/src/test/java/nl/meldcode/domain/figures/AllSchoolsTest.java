package nl.meldcode.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Timing;
import org.junit.jupiter.api.Test;

/** All schools taken together, without a number that points at somebody. */
class AllSchoolsTest {
  private static final Assessment NOTHING = new Assessment(List.of(), List.of(), List.of());
  private static final Assessment TALK = missing(finding("S3.1", Severity.MISSING, Timing.NOW));
  private static final Assessment SIGNED =
      missing(
          finding("S3.9", Severity.MISSING, Timing.LATE),
          finding("S3.9", Severity.MISSING, Timing.NOW),
          finding("S3.1", Severity.MISSING, Timing.NOW));
  private final AllSchools.Sum sum = new AllSchools.Sum();

  private static Assessment missing(Finding... all) {
    return new Assessment(List.of(all), List.of(), List.of());
  }

  private static Finding finding(String row, Severity severity, Timing timing) {
    return new Finding(
        row,
        null,
        severity,
        new Message("x", List.of()),
        Set.of(),
        null,
        "x",
        null,
        null,
        timing,
        Set.of());
  }

  private void add(String school, int many, Assessment assessment) {
    for (int i = 0; i < many; i++) {
      sum.add(new SchoolId(school), assessment);
    }
  }

  private AllSchools shown() {
    return sum.shown(Instant.EPOCH);
  }

  private static final int HIDDEN = -1;

  private static Row row(int... totalAndParts) {
    List<Shown> all =
        IntStream.of(totalAndParts)
            .mapToObj(one -> one == HIDDEN ? Shown.NOT : new Shown(one))
            .toList();
    return new Row(all.get(0), all.subList(1, all.size()));
  }

  @Test
  @Covers("P9")
  void eachSchoolEachRequirementAndAllTogetherAreCounted() {
    add("99BB", 6, SIGNED);
    add("99BB", 5, NOTHING);
    add("99AA", 7, TALK);
    add("99BB", 8, TALK);
    add("99AA", 9, NOTHING);
    add("99AA", 5, SIGNED);

    AllSchools all = shown();

    assertThat(all.schools())
        .containsExactly(
            new AllSchools.School(new SchoolId("99AA"), row(21, 5, 7, 9)),
            new AllSchools.School(new SchoolId("99BB"), row(19, 6, 8, 5)));
    assertThat(all.whole()).isEqualTo(new Shown(40));
    assertThat(all.asked())
        .as("where none is late that is hidden, with what would tell it")
        .isEqualTo(
            Map.of("S3.1", row(40, HIDDEN, 26, HIDDEN), "S3.9", row(40, 11, HIDDEN, HIDDEN)));
  }

  @Test
  @Covers("P9")
  void whatIsAdviceOrComesLaterIsNotMissing() {
    add("99AA", 6, missing(finding("S1.3", Severity.ADVICE, Timing.NOW)));
    add("99AA", 6, missing(finding("S5.1", Severity.MISSING, Timing.UPCOMING)));

    assertThat(shown().asked()).isEmpty();
    assertThat(shown().schools().get(0).row().total()).isEqualTo(new Shown(12));
  }

  /** Seven less five that are shown would be the two that are hidden. */
  @Test
  @Covers("P9")
  void whatOneSchoolHidesCannotBeToldFromAllTogether() {
    add("99AA", 2, TALK);
    add("99BB", 5, TALK);

    assertThat(shown().schools().get(0).row()).isEqualTo(row(HIDDEN, HIDDEN, HIDDEN, HIDDEN));
    assertThat(shown().schools().get(1).row().total()).isEqualTo(new Shown(5));
    assertThat(shown().whole()).isEqualTo(Shown.NOT);
    assertThat(shown().asked()).as("their parts are the whole").isEmpty();

    add("99CC", 4, TALK);
    assertThat(shown().whole()).as("six are hidden together").isEqualTo(new Shown(11));
  }

  @Test
  void whatCannotBeJudgedIsToldApart() {
    sum.addUnknown();
    sum.addDamaged();
    sum.addDamaged();

    assertThat(shown().unknown()).isEqualTo(1);
    assertThat(shown().damaged()).isEqualTo(2);
    assertThat(shown().schools()).isEmpty();
  }

  @Test
  @Covers("P9")
  void noneIsToldWhereEachMustBeTheMost() {
    add("99AA", 4, TALK);
    add("99BB", 4, TALK);
    add("99CC", 9, TALK);

    assertThat(shown().whole()).isEqualTo(Shown.NOT);
  }
}
