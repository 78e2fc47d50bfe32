package nl.meldcode.application.record;

import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.port.Documents.ReactionSheet;
import nl.meldcode.application.port.Documents.ReportSheet;
import nl.meldcode.application.text.EntryWords.Line;
import org.junit.jupiter.api.Test;

/**
 * What stands on each paper of one dossier, word for word. Whoever changes what leaves the school
 * sees it in the change of a file beside this test.
 */
class PapersAsMadeTest {
  private static final Path FILES = Path.of("src/test/resources/papers");
  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"S1.6", "S3.3", "S5.11"})
  void eachPaperSaysWhatWasRecordedInTheWordsOfTheScreen() throws IOException {
    OneDossier dossier = new OneDossier(plugin);
    dossier.untilSigned();
    plugin.school.goTo(LocalDate.of(2026, 3, 12));
    dossier.untilReported();
    plugin.recorded(NORA, "{\"kind\":\"SignalLog\",\"purpose\":\"overleg\"}");
    plugin.recorded(PETRA, "{\"kind\":\"Chronology\",\"purpose\":\"inzage\"}");

    List<ListingSheet> sheets = plugin.documents.listings;
    assertThat(sheets).hasSize(3);
    same("veilig-thuis", text(sheets.get(0)));
    same("signal-log", text(sheets.get(1)));
    same("chronology", text(sheets.get(2)));
    same("report", text(plugin.documents.reports.get(0), plugin.documents.reactions.get(0)));
  }

  private static String text(ListingSheet sheet) {
    return Stream.of(
            Stream.of("# " + sheet.title(), sheet.school()),
            lines(sheet.facts()),
            sheet.chapters().stream().flatMap(PapersAsMadeTest::chapter))
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
  }

  private static String text(ReportSheet report, ReactionSheet answer) {
    return Stream.concat(
            Stream.of(
                "# " + report.school() + ", version " + report.version(),
                report.pupil() + ", " + report.meetingOn() + ", " + report.place(),
                String.join(" | ", report.present()),
                report.text() + report.agreements().get(0).what(),
                report.author() + ", " + report.recordedOn()),
            Stream.of(
                answer.school() + ", " + answer.pupil() + ", " + answer.meetingOn(),
                answer.relation() + " " + answer.guardian() + ", version " + answer.version(),
                answer.status() + " " + answer.answeredOn(),
                answer.signedName() + ", " + answer.registeredBy(),
                "same code: " + answer.code().equals(report.code())))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> chapter(Chapter chapter) {
    return Stream.concat(
        Stream.of("", "## " + chapter.title()),
        chapter.items().stream().flatMap(PapersAsMadeTest::item));
  }

  private static Stream<String> item(Item item) {
    return Stream.concat(
        Stream.of("", "### " + item.title(), "(" + item.below() + ")"), lines(item.lines()));
  }

  private static Stream<String> lines(List<Line> lines) {
    return lines.stream().map(one -> "- " + one.label() + ": " + String.join(" | ", one.said()));
  }

  /** A digest differs each time, since the code of a version stands in what it is made over. */
  private static void same(String name, String text) throws IOException {
    String made = text.replaceAll("[0-9a-f]{64}", "...");
    Path file = FILES.resolve(name + ".md");
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.createDirectories(FILES);
      Files.writeString(file, made + "\n");
    }
    assertThat(file)
        .as("to write it anew: mvn test -Dtest=PapersAsMadeTest -Dmeldcode.docs.write=true")
        .hasContent(made + "\n");
  }
}
