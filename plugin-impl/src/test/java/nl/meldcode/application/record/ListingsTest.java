package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meldcode.Covers;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.application.view.EntryRow;
import nl.meldcode.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dossier holds, on paper. */
class ListingsTest {
  private static final String LOG = "{\"kind\":\"SignalLog\",\"purpose\":\"inspectie\"}";
  private static final String ALL = "{\"kind\":\"Chronology\",\"purpose\":\"inspectie\"}";

  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void twoSignalsWereRecordedTheLaterOneFirst() {
    plugin.school.goTo(LocalDate.of(2026, 3, 2));
    plugin.recorded(ANJA, signal("2026-03-02", "Kwam zonder brood.", "Ik denk aan verwaarlozing."));
    plugin.recorded(NORA, signal("2026-02-27", "Viel in slaap.", ""));
  }

  @Test
  @Covers("S1.6")
  void theSignalLogHoldsAllSignalsByTheDayTheyWereSeen() {
    plugin.recorded(ANJA, LOG);

    ListingSheet sheet = onlySheet();
    assertThat(sheet.title()).isEqualTo("Logboek signalen");
    assertThat(sheet.facts().get(1)).isEqualTo(new Line("", "Gemaakt voor", List.of("inspectie")));
    assertThat(sheet.chapters().get(0).items())
        .extracting(Item::title)
        .containsExactly("27 februari 2026: Signaal", "2 maart 2026: Signaal");
    Item last = sheet.chapters().get(0).items().get(1);
    assertThat(last.below()).isEqualTo("Vastgelegd door Anja Post, de leerkracht, op 2 maart 2026");
    assertThat(last.lines())
        .extracting(Line::field, line -> String.join("", line.said()))
        .contains(
            tuple("facts", "Kwam zonder brood."),
            tuple("interpretation", "Ik denk aan verwaarlozing."));
    assertThat(sheet.chapters().get(1).items()).isEmpty();
  }

  @Test
  @Covers("S1.6")
  void itIsKeptAsItWasMadeAndReadByWhoReadsTheSignals() {
    String log = plugin.recorded(NORA, LOG);

    assertThat(plugin.view(ANJA).entries())
        .filteredOn(EntryRow::document)
        .extracting(EntryRow::id)
        .containsExactly(log);
    assertThat(plugin.record(TIM, LOG)).isEqualTo(new Outcome.NotThere());
    plugin.recorded(ANJA, signal("2026-03-02", "Weer zonder brood.", ""));
    assertThat(plugin.documents.listings).hasSize(1);
  }

  @Test
  void theChronologyIsForWhoReadsEverythingAndHoldsNothingThatIsForTheHeadAlone() {
    String report = reported();
    plugin.recorded(
        NORA,
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-03-02","information":"GEHEIM"}"""
            .formatted(report));
    plugin.documents.listings.clear();

    plugin.recorded(SEM, ALL);

    assertThat(titles(onlySheet().chapters()))
        .containsExactly(
            "27 februari 2026: Signaal",
            "2 maart 2026: Signaal",
            "2 maart 2026: Melding bij Veilig Thuis");
    assertThat(plugin.record(ANJA, ALL))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.AF, Role.DIR)));
    assertThat(plugin.view(ANJA).entries()).noneMatch(row -> row.kind().equals("Chronology"));
  }

  @Test
  @Covers({"S5.11", "S5.12", "S5.13"})
  void whatGoesToVeiligThuisKeepsFactsApartFromSuspicions() {
    reported();

    List<Chapter> chapters = onlySheet().chapters();
    assertThat(chapters).hasSize(3);
    assertThat(chapters.get(0).items().get(0).lines())
        .contains(
            new Line("topics", "Wat maakt het risico groter?", List.of("Schulden.")),
            new Line("topics", "Naam en adres", List.of("Dit is onbekend")));
    assertThat(fields(chapters.get(1))).contains("facts").doesNotContain("interpretation");
    assertThat(fields(chapters.get(2))).containsExactly("interpretation");
    assertThat(onlySheet().facts()).contains(new Line("", "moeder", List.of("Ilse van Dam")));
  }

  @Test
  @Covers("S5.11")
  void aReportWithWhichADossierBeginsHasItsDocumentToo() {
    TestPlugin fresh = new TestPlugin();
    fresh.school.goTo(LocalDate.of(2026, 3, 2));

    String report = fresh.recorded(PETRA, REPORT);

    assertThat(fresh.view(PETRA).entries())
        .singleElement()
        .satisfies(row -> assertThat(row.id()).isEqualTo(report))
        .satisfies(row -> assertThat(row.document()).isTrue());
  }

  private static final String REPORT =
      """
      {"kind":"VeiligThuisReport","on":"2026-03-02","contact":"M. de Boer","legalDiscussed":true,
       "topics":[{"topic":"RISK_FACTORS","unknown":false,"text":"Schulden."},
        {"topic":"HOUSEHOLD_ADDRESS","unknown":true}]}""";

  private String reported() {
    return plugin.recorded(PETRA, REPORT);
  }

  private ListingSheet onlySheet() {
    assertThat(plugin.documents.listings).hasSize(1);
    return plugin.documents.listings.get(0);
  }

  private static List<String> titles(List<Chapter> chapters) {
    return chapters.stream().flatMap(chapter -> chapter.items().stream()).map(Item::title).toList();
  }

  private static List<String> fields(Chapter chapter) {
    return chapter.items().stream()
        .flatMap(item -> item.lines().stream())
        .map(Line::field)
        .toList();
  }

  private static String signal(String day, String facts, String interpretation) {
    return """
    {"kind":"Signal","observedOn":"%s","source":"SELF","facts":"%s","interpretation":"%s"}"""
        .formatted(day, facts, interpretation);
  }
}
