package nl.meldcode.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.meldcode.Covers;
import org.junit.jupiter.api.Test;

/** What is good to know at a step: rows of the requirements that ask for a text and no more. */
class HelpTextsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-Z][0-9.a-z]+) \\|.*help text on page");

  private final String page = WebResources.read("pages/help.js");

  @Test
  @Covers({"S1.4", "S2.11", "S2.13", "S3.5", "S5.5", "S5.7", "S5.18", "S6.11"})
  void everyRowThatIsAHelpTextStandsOnAPageInBothLanguages() {
    List<String> rows =
        ROW.matcher(WebResources.read(Path.of("src/docs/requirements.md")))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(rows)
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(
            row -> {
              assertThat(page).contains("'" + row + "'");
              assertThat(WebResources.texts("nl")).containsKey("help." + row);
              assertThat(WebResources.texts("en")).containsKey("help." + row);
            });
  }

  @Test
  @Covers({"S3.5", "S5.5", "B3.1"})
  void theySayHowToTalkAndWhatAReportIsFor() {
    assertThat(WebResources.texts("nl").get("help.S3.5"))
        .contains("Luister", "vat samen", "vraag door");
    assertThat(WebResources.texts("nl").get("help.S5.5")).contains("Hulp is het doel, melden niet");
    assertThat(WebResources.texts("nl").get("help.B3.1")).contains("ook bij twijfel");
  }
}
