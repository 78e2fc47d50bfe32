package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.EntryWords.Line;
import nl.meldcode.application.view.BeforeRow;
import nl.meldcode.application.view.EntryRow;
import nl.meldcode.application.view.FindingRow;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake put right: what counts, what stays readable, and who may. */
class CorrectionTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"%s","seriousness":"%s"}""";
  private static final String WRONG = SIGNAL.formatted("Viel van de trap.", "SERIOUS_AND_HARMFUL");
  private static final String RIGHT = SIGNAL.formatted("Viel van het klimrek.", "NOT_STRIKING");

  private final TestPlugin plugin = new TestPlugin();

  private static String correction(String entry, String corrected) {
    return """
        {"kind":"Correction","entry":"%s","reason":"Verkeerd gehoord.","corrected":%s}"""
        .formatted(entry, corrected);
  }

  private Dossier dossier() {
    return plugin.dossiers.all().get(0);
  }

  @Test
  @Covers({"A.12.27", "A.12.10"})
  void theCorrectedValuesCountAndTheEarlierOnesStayReadable() {
    String signal = plugin.recorded(ANJA, WRONG);
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    assertThat(plugin.view(ANJA).requiredLevel()).isEqualTo(ConsultLevel.CASE_CONFERENCE);

    plugin.recorded(ANJA, correction(signal, RIGHT));

    assertThat(plugin.view(ANJA).requiredLevel()).isEqualTo(ConsultLevel.PEER);
    EntryRow row = plugin.view(NORA).entries().get(0);
    assertThat(row.content())
        .isInstanceOfSatisfying(
            Signal.class, now -> assertThat(now.facts()).isEqualTo("Viel van het klimrek."));
    assertThat(row.before())
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("Verkeerd gehoord."))
        .extracting(BeforeRow::content)
        .isInstanceOfSatisfying(
            Signal.class, was -> assertThat(was.facts()).isEqualTo("Viel van de trap."));
    assertThat(((Signal) dossier().entries().get(0).entry()).facts())
        .as("what was recorded never changes")
        .isEqualTo("Viel van de trap.");
  }

  @Test
  @Covers("A.12.27")
  void aSecondCorrectionCountsAndSaysWhatItReplaced() {
    String signal = plugin.recorded(ANJA, WRONG);
    plugin.recorded(ANJA, correction(signal, RIGHT));
    plugin.recorded(NORA, correction(signal, SIGNAL.formatted("Viel van de bank.", "STRIKING")));

    assertThat(dossier().all(Signal.class))
        .extracting(Stated::entry)
        .extracting(Signal::facts)
        .containsExactly("Viel van de bank.");
    assertThat(plugin.view(ANJA).entries().get(0).before())
        .extracting(one -> ((Signal) one.content()).facts(), one -> one.by().name())
        .containsExactly(
            tuple("Viel van de trap.", "Anja Post"), tuple("Viel van het klimrek.", "Nora Kuiper"));
  }

  @Test
  @Covers("A.12.27")
  void whoRecordedItPutsItRightAndOfOthersOnlyWhoLeads() {
    String ofNora = plugin.recorded(NORA, WRONG);
    String ofTim = plugin.recorded(TIM, WRONG);

    assertThat(plugin.record(ANJA, correction(ofNora, RIGHT)))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.AF, Role.DIR)));
    assertThat(plugin.record(TIM, correction(ofTim, RIGHT))).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.record(TIM, correction(ofNora, RIGHT))).isEqualTo(new Outcome.NotThere());
    assertThat(plugin.record(RIK, correction(ofNora, RIGHT))).isEqualTo(new Outcome.NotThere());
    assertThat(plugin.record(SEM, correction(ofNora, RIGHT))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  @Covers("A.12.27")
  void puttingRightAsksTheRightOfWhatIsPutRight() {
    plugin.school.goTo(LocalDate.of(2026, 3, 11));
    OneDossier all = new OneDossier(plugin);
    all.untilSigned();
    all.untilReported();
    String review = idOf("DossierReview");

    String corrected =
        """
        {"kind":"DossierReview","on":"2026-03-11","summary":"Toch een eerder dossier."}""";
    assertThat(plugin.record(SEM, correction(review, corrected)))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
    assertThat(plugin.record(PETRA, correction(review, corrected)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(plugin.view(ANJA).entries())
        .as("a teacher does not read weighing, nor that it was corrected")
        .noneMatch(row -> row.kind().equals("Correction"));
  }

  @Test
  @Covers("A.12.10")
  void thePageSaysWhoMayPutWhatRight() {
    plugin.recorded(ANJA, WRONG);
    plugin.recorded(NORA, WRONG);
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");

    assertThat(correctable(ANJA)).containsExactly(true, false, false);
    assertThat(correctable(NORA)).containsExactly(true, true, false);
  }

  private List<Boolean> correctable(StaffMember person) {
    return plugin.view(person).entries().stream().map(EntryRow::correctable).toList();
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    String signal = plugin.recorded(ANJA, WRONG);
    long before = plugin.version();

    Outcome outcome =
        plugin.record(
            ANJA,
            """
            {"kind":"Correction","entry":"%s","reason":" ","corrected":
             {"kind":"Signal","observedOn":"gisteren","source":"COLLEAGUE","facts":"","colour":"x"}}"""
                .formatted(signal));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Invalid.class,
            invalid ->
                assertThat(invalid.faults())
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder(
                        "/reason",
                        "/corrected/observedOn",
                        "/corrected/colour",
                        "/corrected/facts",
                        "/corrected/observer"));
    assertThat(plugin.version()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Signal, /corrected, correction.nothing",
    "ClassroomAction, /corrected/kind, correction.otherKind",
    "Gossip, /corrected/kind, kind.unknown",
  })
  void whatChangesNothingOrIsSomethingElseIsRefused(String kind, String pointer, String code) {
    String signal = plugin.recorded(ANJA, WRONG);
    String fields =
        kind.equals("Signal")
            ? WRONG
            : "{\"kind\":\"%s\",\"aims\":[\"GUIDE\"],\"on\":\"2026-02-09\",\"what\":\"x\"}"
                .formatted(kind);

    assertThat(plugin.record(ANJA, correction(signal, fields)))
        .isInstanceOfSatisfying(
            Outcome.Invalid.class,
            invalid -> assertThat(invalid.faults()).contains(new Fault(pointer, code)));
  }

  @Test
  void whatIsNotThereOrChangedTheDossierCannotBePutRight() {
    String opening =
        plugin.recorded(
            ANJA,
            """
            {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String again =
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"PEERS","concerns":["AGGRESSION"]}""";

    assertThat(faults(correction(opening, again)))
        .containsExactly(new Fault("/entry", "correction.notThisKind"));
    assertThat(faults(correction(UUID.randomUUID().toString(), RIGHT)))
        .containsExactly(new Fault("/entry", "entry.unknown"));
  }

  private List<Fault> faults(String body) {
    return ((Outcome.Invalid) plugin.record(NORA, body)).faults();
  }

  @Test
  @Covers({"A.12.27", "S1.6"})
  void paperSaysWhatCountsAndTheChronologyWhatStoodThere() {
    String signal = plugin.recorded(ANJA, WRONG);
    plugin.recorded(ANJA, correction(signal, RIGHT));
    plugin.recorded(ANJA, "{\"kind\":\"SignalLog\",\"purpose\":\"inspectie\"}");
    plugin.recorded(
        NORA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    plugin.recorded(NORA, "{\"kind\":\"Chronology\",\"purpose\":\"inspectie\"}");

    Item logged = plugin.documents.listings.get(0).chapters().get(0).items().get(0);
    assertThat(said(logged)).contains("Viel van het klimrek.").doesNotContain("Viel van de trap.");
    assertThat(logged.below())
        .endsWith("Verbeterd door Anja Post, de leerkracht, op 9 februari 2026.");
    List<Item> all = plugin.documents.listings.get(1).chapters().get(0).items();
    assertThat(all)
        .filteredOn(one -> one.title().endsWith("Verbetering"))
        .singleElement()
        .satisfies(one -> assertThat(said(one)).contains("Verkeerd gehoord.", "Viel van de trap."));
  }

  @Test
  @Covers({"S5.12", "S5.13", "S5.17", "A.12.27"})
  void aReportThatWasLeftOpenIsCompletedWithoutSayingThatAnotherWasMade() {
    plugin.school.goTo(LocalDate.of(2026, 3, 11));
    OneDossier all = new OneDossier(plugin);
    all.untilSigned();
    all.untilReported();
    String report = idOf("VeiligThuisReport");
    List<Attachment> papers = reported().attachments();
    int made = plugin.documents.listings.size();
    assertThat(asked()).contains("S5.12", "S5.13", "S6.7");

    plugin.recorded(PETRA, correction(report, completed()));

    assertThat(asked()).doesNotContain("S5.12", "S5.13", "S5.17").containsOnlyOnce("S6.1", "S6.7");
    assertThat(plugin.view(PETRA).state()).isEqualTo(DossierState.REPORTED);
    assertThat(reported().attachments()).isEqualTo(papers).isNotEmpty();
    assertThat(plugin.documents.listings).hasSize(made);
  }

  @Test
  @Covers("A.12.10")
  void completingAReportLeavesAClosedDossierClosed() {
    plugin.school.goTo(LocalDate.of(2026, 3, 11));
    OneDossier all = new OneDossier(plugin);
    all.untilSigned();
    all.untilReported();
    String report = idOf("VeiligThuisReport");
    String gaps =
        asked().stream()
            .distinct()
            .map("{\"requirement\":\"%s\",\"reason\":\"x\"}"::formatted)
            .collect(Collectors.joining(","));
    plugin.recorded(
        PETRA,
        """
        {"kind":"Closure","reason":"PUPIL_LEFT","on":"2026-03-11","acceptedGaps":[%s]}"""
            .formatted(gaps));

    plugin.recorded(PETRA, correction(report, completed()));

    assertThat(plugin.view(PETRA).state()).isEqualTo(DossierState.CLOSED);
  }

  private static String completed() {
    String topics =
        Arrays.stream(VeiligThuisReport.Topic.values())
            .map("{\"topic\":\"%s\",\"unknown\":true}"::formatted)
            .collect(Collectors.joining(","));
    return """
    {"kind":"VeiligThuisReport","on":"2026-03-11","contact":"M. de Boer","legalDiscussed":true,
     "agreedFeedbackOn":"2026-03-20","topics":[%s]}"""
        .formatted(topics);
  }

  private List<String> asked() {
    return plugin.view(PETRA).findings().stream()
        .filter(one -> one.severity() != Severity.ADVICE)
        .map(FindingRow::requirement)
        .toList();
  }

  private Recorded reported() {
    return dossier().all(VeiligThuisReport.class).get(0).recorded();
  }

  private static List<String> said(Item item) {
    return item.lines().stream().map(Line::said).flatMap(List::stream).toList();
  }

  private String idOf(String kind) {
    return plugin.view(PETRA).entries().stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
