package nl.meldcode.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import org.junit.jupiter.api.Test;

/** The ids of pupils who do not exist. */
class PracticeIdsTest {
  private static final SchoolId SCHOOL = new SchoolId("99XX");

  @Test
  @Covers("P8")
  void eachTellsItselfAndIsAnother() {
    Stream<PupilId> all =
        Stream.of(SCHOOL, new SchoolId("98XX"))
            .flatMap(
                school ->
                    Stream.concat(
                        IntStream.rangeClosed(1, 50).mapToObj(it -> Practice.pupil(school, it)),
                        IntStream.rangeClosed(1, 2)
                            .mapToObj(it -> Practice.classmate(school, it))));
    assertThat(all.peek(one -> assertThat(Practice.is(one)).isTrue()).distinct()).hasSize(104);
    assertThat(Practice.pupil(SCHOOL, 3)).isEqualTo(Practice.pupil(SCHOOL, 3));
    assertThat(Practice.pupil(SCHOOL, 3).value().version()).isEqualTo(8);
    assertThat(Practice.pupil(SCHOOL, 3).value().variant()).isEqualTo(2);
  }

  @Test
  @Covers("P8")
  void noIdThatAHostMakesIsTakenForOne() {
    Random random = new Random(4);
    for (int i = 0; i < 10_000; i++) {
      byte[] name = new byte[16];
      random.nextBytes(name);
      assertThat(Practice.is(new PupilId(UUID.nameUUIDFromBytes(name)))).isFalse();
      assertThat(Practice.is(new PupilId(new UUID(random.nextLong(), random.nextLong()))))
          .isFalse();
    }
  }
}
