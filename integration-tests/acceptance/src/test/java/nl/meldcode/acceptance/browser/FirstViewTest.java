package nl.meldcode.acceptance.browser;

import static nl.meldcode.acceptance.story.Lotte.february;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.Figures;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.story.Lotte;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the overview costs somebody whose browser never showed it. The time depends on the machine
 * and is reported; the rest is judged.
 */
@Tag("bench")
class FirstViewTest {
  private static final int VIEWS = 7;

  /** Notes when the page can be worked with, and how much of it moved on the way there. */
  private static final String WATCH =
      """
      if (window !== top) {
        window.seen = { shift: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(one => {
          seen.shift += one.value;
        })).observe({ type: 'layout-shift', buffered: true });
        new MutationObserver((changes, self) => {
          if (document.querySelector('main#inhoud')) {
            seen.ready = performance.now();
            self.disconnect();
          }
        }).observe(document, { childList: true, subtree: true });
      }""";

  private static final String SEEN =
      """
      () => {
        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        return [all.length + all[0].redirectCount, all.reduce((sum, one) => sum + one.transferSize, 0),
          seen.ready, seen.shift].map(Number);
      }""";

  private record View(double requests, double kilobytes, double readyMillis, double shift) {
    static View of(Object seen) {
      List<?> all = (List<?>) seen;
      return new View(number(all, 0), number(all, 1) / 1024, number(all, 2), number(all, 3));
    }

    private static double number(List<?> all, int at) {
      return ((Number) Objects.requireNonNull(all.get(at))).doubleValue();
    }
  }

  @Test
  @Covers("U3")
  void theOverviewIsLightAndStandsStill() {
    try (StartedSchool school = StartedSchool.at(february(2), LocalTime.of(9, 0));
        Chromium chromium = new Chromium()) {
      new Lotte(school).untilReport();
      List<View> views = new ArrayList<>();
      for (int i = 0; i < VIEWS; i++) {
        try (Screen nora = chromium.signIn(school.site(), "nora")) {
          nora.watch(WATCH);
          nora.dossier("Lotte Hendriks").rest();
          views.add(View.of(nora.ask(SEEN)));
        }
      }
      assertThat(most("first-view-requests", views, View::requests, 25)).isLessThanOrEqualTo(25);
      assertThat(most("first-view-kb", views, View::kilobytes, 150)).isLessThanOrEqualTo(150);
      assertThat(most("first-view-shift", views, View::shift, 0.05)).isLessThanOrEqualTo(0.05);
      // What else the machine does only adds to the time.
      double ready = views.stream().mapToDouble(View::readyMillis).min().orElseThrow();
      Figures.report("first-view-ready-ms", ready, 500);
    }
  }

  private static double most(
      String name, List<View> views, ToDoubleFunction<View> what, double goal) {
    double most = views.stream().mapToDouble(what).max().orElseThrow();
    Figures.report(name, most, goal);
    return most;
  }
}
