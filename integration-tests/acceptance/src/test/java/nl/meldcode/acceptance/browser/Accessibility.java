package nl.meldcode.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What axe-core finds on a page and in its frame, after WCAG 2.2 level AA. */
final class Accessibility {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /** Each fault with the place where it is; empty when there is none. */
  static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream().flatMap(Accessibility::places).toList();
  }

  private static Stream<String> places(Rule rule) {
    return rule.getNodes().stream()
        .map((CheckedNode node) -> rule.getId() + " " + node.getTarget());
  }
}
