package nl.meldcode.acceptance.browser;

import com.microsoft.playwright.Locator;

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

  private Finger() {}

  static void tap(Locator what) {
    String fault = String.valueOf(what.evaluate(FAULT, LEAST));
    if (!fault.isEmpty()) {
      throw new AssertionError(fault);
    }
    what.tap();
  }
}
