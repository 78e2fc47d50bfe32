package nl.meldcode.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.meldcode.acceptance.Covers;
import nl.meldcode.acceptance.kit.StartedSchool;
import nl.meldcode.acceptance.kit.Tab;
import nl.meldcode.acceptance.story.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody typed is shown as it was typed, and never run. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedScriptsPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

  /** Each would set the mark if it ran: markup, attributes, addresses, templates, entities. */
  private static final List<String> ATTACKS =
      List.of(
          "<script>window.ran=1</script>",
          "<img src=x onerror=window.ran=1>",
          "\"><svg onload=window.ran=1>",
          "'--><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
          "<a href=\"javascript:window.ran=1\">klik</a>",
          "</textarea><body onpageshow=window.ran=1>",
          "${window.ran=1} {{constructor.constructor('window.ran=1')()}}",
          "&lt;img src=x onerror=window.ran=1&gt;",
          "<style>@import 'javascript:window.ran=1'</style>",
          "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>");

  private StartedSchool school;
  private Chromium chromium;

  @BeforeAll
  void start() {
    school = StartedSchool.at(DAY, LocalTime.of(9, 0));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    school.close();
  }

  @Test
  @Covers("S14")
  void nothingTypedRuns() {
    Tab nora = school.tab("nora", "lotte");
    ATTACKS.forEach(attack -> nora.record(Forms.signal(DAY, escaped(attack))));
    nora.record(Forms.opening(DAY));
    nora.keepDraft("Signal", "{\"facts\": \"" + escaped(ATTACKS.get(1)) + "\"}");

    try (Screen screen = chromium.signIn(school.site(), "nora")) {
      screen.dossier("Lotte Hendriks");
      assertThat(ran(screen)).as("the overview").isEqualTo("undefined");
      screen.step("Signalen");
      assertThat(ran(screen)).as("the signals").isEqualTo("undefined");
      for (String attack : ATTACKS) {
        assertThat(screen.text()).contains(attack);
      }
      assertThat(
              screen.ask(
                  "document.querySelectorAll('main script, main iframe, main svg[onload], main img').length"))
          .isEqualTo(0);
    }
  }

  /** Where no policy of the page would stop a script, there is still none to be stopped. */
  @Test
  @Covers("S14")
  void nothingTypedRunsWithoutThePolicyOfThePage() {
    Tab nora = school.tab("nora", "finn");
    ATTACKS.forEach(attack -> nora.record(Forms.signal(DAY, escaped(attack))));
    nora.record(Forms.opening(DAY));

    try (Screen screen = chromium.signInWithoutPolicies(school.site(), "nora")) {
      screen.dossier("Finn");
      for (String step : List.of("Signalen", "Overleg", "Wegen")) {
        screen.step(step);
        assertThat(ran(screen)).as(step).isEqualTo("undefined");
      }
    }
  }

  private static Object ran(Screen screen) {
    return screen.ask("typeof window.ran");
  }

  /** As it stands within quotes in JSON. */
  private static String escaped(String text) {
    String quoted = JsonNodeFactory.instance.textNode(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
