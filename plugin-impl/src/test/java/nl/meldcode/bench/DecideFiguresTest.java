package nl.meldcode.bench;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.TIM;
import static nl.meldcode.bench.Figures.figure;
import static nl.meldcode.bench.Figures.median;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.Dossier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What one answer of the access policy costs, over all actions and several roles; reported only.
 */
@Tag("bench")
class DecideFiguresTest {
  private static final double GOAL_NANOS = 1_000;
  private static final int ROUNDS = 200;
  private static final int TIMES = 200;

  private final TestPlugin plugin = new TestPlugin();
  private final Policy policy = new Policy(AccessFile.shipped(), plugin.school.clock());

  @Test
  void aDecisionTakesNoTimeThatAnybodyNotices() {
    new OneDossier(plugin).untilSigned();
    Optional<Dossier> dossier = plugin.dossiers.of(School.ID, School.LOTTE).stream().findFirst();
    List<Caller> callers =
        Stream.of(ANJA, TIM, NORA, PETRA).map(one -> plugin.school.caller(one)).toList();
    long permitted = permitted(callers, dossier);
    double[] nanos = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long found = 0;
      for (int i = 0; i < TIMES; i++) {
        found += permitted(callers, dossier);
      }
      long took = System.nanoTime() - start;
      assertThat(found).isEqualTo(permitted * TIMES);
      if (round >= 0) {
        nanos[round] = took / (double) (TIMES * callers.size() * Action.values().length);
      }
    }
    figure("decide-ns", median(nanos), GOAL_NANOS);
    assertThat(permitted).isBetween(1L, (long) callers.size() * Action.values().length - 1);
  }

  private long permitted(List<Caller> callers, Optional<Dossier> dossier) {
    long permitted = 0;
    for (Caller caller : callers) {
      for (Action action : Action.values()) {
        permitted += policy.decide(caller, action, dossier).permitted() ? 1 : 0;
      }
    }
    return permitted;
  }
}
