package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;

/** Work by touch: what is tapped is large enough, and nothing slides away to the side. */
final class Finger {
  /** WCAG 2.2, 2.5.8: so many pixels wide and high, except for links within a sentence. */
  private static final int LEAST = 24;

  private static final String FAULT =
      """
      (target, least) => {
        const goal = target.closest('label, a, button, summary') ?? target;
        const box = goal.getBoundingClientRect();
        const inText = goal.matches('p a') && getComputedStyle(goal).display === 'inline';
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (!inText && (box.width < least || box.height < least)) {
          return `${box.width} by ${box.height} pixels is too small to tap: ${goal.textContent.trim()}`;
        }
        return wide > 0 ? `the page slides ${wide} pixels sideways` : '';
      }""";

  private static final long STILL_NANOS = 100_000_000;

  private Finger() {}

  static void tap(Locator what) {
    String fault = String.valueOf(what.evaluate(FAULT, LEAST));
    if (!fault.isEmpty()) {
      throw new AssertionError(fault);
    }
    awaitStill(what);
    what.tap();
  }

  /** Ticks a box, or chooses an answer, as often as it takes. */
  static void check(Locator choice) {
    choice
        .page()
        .waitForCondition(
            () -> {
              if (!choice.isChecked()) {
                tap(choice);
              }
              return choice.isChecked();
            });
  }

  /**
   * Who taps waits until what he aims at stands still. A page that still grows, with the frame
   * around it, moves on after a tap was aimed, and is tapped elsewhere.
   */
  private static void awaitStill(Locator what) {
    what.scrollIntoViewIfNeeded();
    long[] since = {System.nanoTime()};
    double[] where = {Double.NaN};
    what.page()
        .waitForCondition(
            () -> {
              BoundingBox box = what.boundingBox();
              double now = box == null ? Double.NaN : box.y;
              if (now != where[0]) {
                where[0] = now;
                since[0] = System.nanoTime();
              }
              return System.nanoTime() - since[0] > STILL_NANOS;
            });
  }
}
