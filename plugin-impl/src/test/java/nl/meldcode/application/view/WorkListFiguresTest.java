package nl.meldcode.application.view;

import static nl.meldcode.bench.Figures.median;
import static nl.meldcode.bench.Figures.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the work list of a school with 200 open dossiers costs once they are in memory. */
@Tag("bench")
class WorkListFiguresTest {
  private static final int DOSSIERS = 200;
  private static final int ROUNDS = 30;
  private static final double MILLIS_GOAL = 500;
  private final Work work = new Work();

  @Test
  void twoHundredDossiersAreAMomentOfWork() {
    for (int i = 0; i < DOSSIERS; i++) {
      PupilId pupil = new PupilId(new UUID(7, i));
      work.opened(pupil);
      work.talked(pupil);
    }
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      assertThat(work.rows(School.NORA)).hasSizeGreaterThan(DOSSIERS);
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    note("work list of 200 dossiers, first", millis[0], "ms");
    note("work list of 200 dossiers, median", median(millis), "ms");
    assertThat(median(millis)).isLessThan(MILLIS_GOAL);
  }
}
