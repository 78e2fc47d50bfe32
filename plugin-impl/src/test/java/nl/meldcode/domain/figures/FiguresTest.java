package nl.meldcode.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.Covers;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Step;
import org.junit.jupiter.api.Test;

/** Many dossiers taken together. */
class FiguresTest {
  private final List<Tally> all = new ArrayList<>();

  /** So many dossiers in which every step stands like this, begun after so many days. */
  private void add(int many, Standing standing, int days) {
    Map<Step, Standing> steps = new EnumMap<>(Step.class);
    Map<Step, Integer> begun = new EnumMap<>(Step.class);
    Step.NUMBERED.forEach(step -> steps.put(step, standing));
    Step.NUMBERED.forEach(step -> begun.put(step, days));
    for (int i = 0; i < many; i++) {
      boolean done = standing == Standing.DONE;
      all.add(
          new Tally(
              Route.HOME,
              done,
              steps,
              done ? begun : Map.of(),
              List.of(done ? Answer.SIGNED : Answer.OFFERED)));
    }
  }

  @Test
  @Covers("P9")
  void eachStepHasItsRowWithTheSmallOnesHidden() {
    add(7, Standing.DONE, 2);
    add(6, Standing.DONE, 9);
    add(8, Standing.SKIPPED, 0);
    add(3, Standing.LATE, 0);
    add(10, Standing.OPEN, 0);
    Figures figures = Figures.of(all);

    assertThat(figures.steps())
        .hasSize(5)
        .allSatisfy(
            row -> {
              assertThat(row.total()).isEqualTo(new Shown(34));
              assertThat(row.parts())
                  .containsExactly(new Shown(13), new Shown(8), Shown.NOT, Shown.NOT);
            });
    assertThat(figures.days()).allSatisfy(it -> assertThat(it).contains(2.0));
    assertThat(figures.reports().parts()).containsExactly(new Shown(13), new Shown(21));
    assertThat(figures.answers().total()).isEqualTo(new Shown(34));
    assertThat(figures.routes().parts()).containsOnly(Shown.NOT);
  }

  @Test
  @Covers("P9")
  void aMiddleIsShownOnlyBesideTheNumberItIsOf() {
    add(6, Standing.DONE, 2);
    add(5, Standing.SKIPPED, 0);
    Figures figures = Figures.of(all);

    assertThat(figures.steps())
        .allSatisfy(
            row ->
                assertThat(row.parts())
                    .containsExactly(Shown.NOT, new Shown(5), Shown.NOT, Shown.NOT));
    assertThat(figures.days()).allSatisfy(it -> assertThat(it).isEmpty());
  }
}
