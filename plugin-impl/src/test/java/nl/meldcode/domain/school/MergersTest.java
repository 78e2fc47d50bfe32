package nl.meldcode.domain.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import org.junit.jupiter.api.Test;

@Covers("P6")
class MergersTest {
  private static final SchoolId OLD = new SchoolId("99AA");
  private static final SchoolId NEXT = new SchoolId("99BB");
  private static final SchoolId LAST = new SchoolId("99CC");
  private static final SchoolId OTHER = new SchoolId("99DD");

  @Test
  void aSchoolGoesOnAsTheLastOneItBecamePartOf() {
    Mergers mergers = new Mergers(Map.of(OLD, NEXT, NEXT, LAST));

    assertThat(mergers.successor(OLD)).isEqualTo(LAST);
    assertThat(mergers.successor(LAST)).isEqualTo(LAST);
    assertThat(mergers.partsOf(LAST)).containsExactlyInAnyOrder(OLD, NEXT, LAST).endsWith(LAST);
    assertThat(mergers.partsOf(OLD)).as("who is left behind gains nothing").containsExactly(OLD);
    assertThat(mergers.partsOf(OTHER)).containsExactly(OTHER);
  }

  @Test
  @Covers("R04")
  void aCircleMergesNothing() {
    Mergers circle = new Mergers(Map.of(OLD, NEXT, NEXT, OLD, OTHER, OLD));

    for (SchoolId one : new SchoolId[] {OLD, NEXT, OTHER}) {
      assertThat(circle.successor(one)).isEqualTo(one);
      assertThat(circle.partsOf(one)).containsExactly(one);
    }
  }
}
