package nl.meldcode.application.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Test;

@Covers("S19")
class LookUpsTest {
  private static final StaffId NORA = School.NORA.id();
  private static final StaffId SEM = School.SEM.id();
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Anything may be the first value, also shortly before it overflows. */
  private long nanos = Long.MAX_VALUE - Duration.ofMinutes(5).toNanos();

  private final LookUps lookUps = new LookUps(() -> nanos);

  @Test
  void theSixtyFirstPupilInTenMinutesWaitsForTheFirstToBeThatLongAgo() {
    for (int i = 0; i < 60; i++) {
      assertThat(open(NORA, i)).isEmpty();
      pass(SECOND);
    }

    assertThat(open(NORA, 60)).contains(Duration.ofMinutes(9));
    pass(Duration.ofMinutes(9).minusNanos(1));
    assertThat(open(NORA, 60)).contains(Duration.ofNanos(1));
    pass(Duration.ofNanos(1));
    assertThat(open(NORA, 60)).isEmpty();
    assertThat(open(NORA, 61)).contains(SECOND);
  }

  @Test
  void theSamePupilAgainDoesNotCountAndIsNotRefused() {
    for (int i = 0; i < 60; i++) {
      for (int again = 0; again < 3; again++) {
        assertThat(open(NORA, i)).isEmpty();
      }
    }

    assertThat(open(NORA, 60)).isPresent();
    assertThat(open(NORA, 0)).isEmpty();
    assertThat(open(NORA, 59)).isEmpty();
  }

  @Test
  void slowlyThereAreTwoHundredOnADay() {
    for (int i = 0; i < 200; i++) {
      assertThat(open(NORA, i)).isEmpty();
      pass(Duration.ofMinutes(1));
    }

    assertThat(open(NORA, 200)).contains(Duration.ofHours(24).minusMinutes(200));
    pass(Duration.ofHours(24).minusMinutes(200));
    assertThat(open(NORA, 200)).isEmpty();
    assertThat(open(NORA, 201)).contains(Duration.ofMinutes(1));
  }

  @Test
  void eachPersonAtEachSchoolIsCountedAlone() {
    for (int i = 0; i < 61; i++) {
      open(NORA, i);
    }

    assertThat(open(NORA, 61)).isPresent();
    assertThat(open(SEM, 61)).isEmpty();
    assertThat(lookUps.waitFor(new SchoolId("de-andere"), NORA, pupil(61))).isEmpty();
  }

  /** Whatever somebody opens, and whenever: never more than so many new ones were let through. */
  @Test
  void inNoStretchOfTimeMoreAreLetThrough() {
    Random random = new Random(19);
    Map<PupilId, Long> shown = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      pass(Duration.ofMillis(random.nextInt(20_000)));
      PupilId pupil = pupil(random.nextInt(600));
      long now = nanos;
      shown.values().removeIf(at -> now - at >= LookUps.DAY.toNanos());
      long lately =
          shown.values().stream().filter(at -> now - at < LookUps.WHILE.toNanos()).count();
      boolean expected = shown.containsKey(pupil) || (lately < 60 && shown.size() < 200);

      boolean let = lookUps.waitFor(School.ID, NORA, pupil).isEmpty();

      assertThat(let).isEqualTo(expected);
      if (let) {
        shown.putIfAbsent(pupil, now);
      }
    }
  }

  private Optional<Duration> open(StaffId who, int pupil) {
    return lookUps.waitFor(School.ID, who, pupil(pupil));
  }

  private static PupilId pupil(int number) {
    return new PupilId(School.id("pupil:" + number));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
