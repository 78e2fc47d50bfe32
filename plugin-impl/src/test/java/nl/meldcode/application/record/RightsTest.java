package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.Documents.Chapter;
import nl.meldcode.application.port.Documents.Item;
import nl.meldcode.application.port.Documents.ListingSheet;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Requests;
import nl.meldcode.domain.entry.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those whose data these are ask of the school, and what they get (C.4). */
class RightsTest {
  private static final String DECIDE =
      """
      {"kind":"AccessDecision","request":"%s","choice":"GIVE","staffNamed":false,"motivation":"Recht.",
       "withheld":[%s],"blackedOut":[%s]}""";
  private final TestPlugin plugin = new TestPlugin();
  private String bakery = "";
  private String request = "";

  @BeforeEach
  void aDossierThatTellsOfOthersIsAskedFor() {
    plugin.school.goTo(LocalDate.of(2026, 3, 2));
    plugin.recorded(
        ANJA, signal("Bang na ruzie met FINN  Willemse. Anja Post zag het.", "SELF", ""));
    bakery =
        plugin.recorded(
            NORA, signal("De bakker, meneer Mol, zag een klap.", "OTHER", "meneer Mol"));
    plugin.recorded(NORA, signal("Sliep bij oma in Zuid.", "SELF", ""));
    request =
        plugin.recorded(
            NORA,
            """
            {"kind":"AccessRequest","by":{"capacity":"GUARDIAN","guardian":"%s"},"on":"2026-03-02"}"""
                .formatted(ILSE));
  }

  @Test
  @Covers("C.4a")
  void theCopyNamesNoOtherPupilNobodyFromOutsideAndNoStaff() {
    assertThat(give("", "")).isInstanceOf(Outcome.Done.class);

    String copy = copy();
    assertThat(copy)
        .contains("Bang na ruzie met [weggelaten]. [weggelaten] zag het.")
        .contains("De bakker, [weggelaten], zag een klap.")
        .contains("Vastgelegd door de leerkracht op 2 maart 2026")
        .contains("Sliep bij oma in Zuid.")
        .doesNotContainIgnoringCase("Finn")
        .doesNotContain("Mol")
        .doesNotContain("Anja")
        .doesNotContain("Nora");
  }

  @Test
  @Covers("C.4a")
  void whatWasPutRightTellsNobodyMoreAndHalfANameLeavesNoRest() {
    plugin.recorded(
        NORA,
        """
        {"kind":"Correction","entry":"%s","reason":"Naam fout.","corrected":%s}"""
            .formatted(bakery, signal("Truus Bakker zag een klap.", "OTHER", "Truus Bakker")));
    plugin.recorded(ANJA, signal("Finn Willemses jas was weg.", "SELF", ""));

    give("", "{\"words\":\"Finn\",\"ground\":\"RIGHTS_OF_OTHERS\"}");

    assertThat(copy())
        .doesNotContain("Truus", "Bakker", "Mol", "Finn", "Willemse")
        .contains("[weggelaten] jas was weg.");
  }

  @Test
  @Covers("C.4a")
  void onlyWhoHasTheRightToItGetsACopy() {
    String other =
        plugin.recorded(
            NORA,
            """
            {"kind":"AccessRequest","by":{"capacity":"OTHER","name":"Advocaat van moeder"},
             "on":"2026-03-02"}""");
    String body = DECIDE.formatted(other, "", "");
    assertThat(plugin.record(PETRA, body, true)).isInstanceOf(Outcome.Done.class);
    plugin.school.bornOn = LocalDate.of(2010, 3, 2);
    assertThat(give("", "")).isEqualTo(Outcome.Refused.because("access.noRight"));
    plugin.school.bornOn = LocalDate.of(2010, 3, 3);
    assertThat(give("", "")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  @Covers("C.4a")
  void whatIsWithheldIsLeftOutWithWhatIsAboutItAndSaidWithItsGround() {
    plugin.recorded(
        NORA,
        """
        {"kind":"Correction","entry":"%s","reason":"Naam fout.","corrected":%s}"""
            .formatted(bakery, signal("De slager zag een klap.", "OTHER", "meneer Mol")));
    String withheld =
        """
        {"entry":"%s","ground":"PROTECTION_OF_INFORMANT","motivation":"Hij werd eerder bedreigd."}"""
            .formatted(bakery);

    assertThat(give(withheld, "{\"words\":\"bij  OMA\",\"ground\":\"PROTECTION_OF_PUPIL\"}"))
        .isInstanceOf(Outcome.Done.class);

    assertThat(copy())
        .doesNotContain("bakker")
        .doesNotContain("slager")
        .contains("Sliep [weggelaten] in Zuid.")
        .contains("Het laat zien wie iets vertelde")
        .contains("Hij werd eerder bedreigd.");
  }

  /** What was put right, and what others think of it, stands under the entry itself. */
  @Test
  @Covers("C.4a")
  void whatIsWithheldIsNotPrintedUnderWhatItPutRightOrAnnotates() {
    String corrected =
        plugin.recorded(
            NORA,
            """
            {"kind":"Correction","entry":"%s","reason":"Naam fout.","corrected":%s}"""
                .formatted(bakery, signal("De slager zag een klap.", "OTHER", "meneer Mol")));
    String other = plugin.recorded(NORA, signal("Kwam te laat.", "SELF", ""));
    String annotated =
        plugin.recorded(
            PETRA,
            """
            {"kind":"Rectification","request":"%s","outcome":"ANNOTATED","motivation":"Een indruk.",
             "annotation":"Volgens vader sliep moeder nog."}"""
                .formatted(asked(other)));
    String withheld =
        """
        {"entry":"%s","ground":"RIGHTS_OF_OTHERS","motivation":"Gaat over een ander."}""";

    give(withheld.formatted(corrected) + "," + withheld.formatted(annotated), "");

    assertThat(copy())
        .doesNotContain("slager", "bakker", "sliep moeder", "te laat")
        .contains("Sliep bij oma in Zuid.");
  }

  @Test
  @Covers({"C.4a", "C.3"})
  void whereTheFamilyLivesAndWhatThePoliceKnowAreNeverInTheCopy() {
    String report =
        """
        {"kind":"VeiligThuisReport","on":"2026-03-02","contact":"M. de Boer","topics":[
         {"topic":"HOUSEHOLD_ADDRESS","text":"Blijf-van-mijn-lijf, Haven 3"},
         {"topic":"POLICE_CONTACTS","text":"Aangifte tegen vader"},
         {"topic":"ABUSE","text":"Blauwe plek"}]}""";
    plugin.recorded(PETRA, report);

    give("", "");

    assertThat(copy()).contains("Blauwe plek").doesNotContain("Haven 3", "Aangifte");
  }

  @Test
  @Covers("C.4a")
  void staffWhoAreInTheDossierAreNotFoundByHalfTheirName() {
    plugin.recorded(
        ANJA, signal("Juf Anja en mevrouw Kuiper zagen het; meester Tim niet.", "SELF", ""));

    give("", "");

    assertThat(copy())
        .contains("Juf [weggelaten] en mevrouw [weggelaten] zagen het; meester Tim niet.");
  }

  @Test
  @Covers("C.4a")
  void whatOnlyTheHeadReadsIsNeverInTheCopy() {
    String report =
        plugin.recorded(
            PETRA,
            """
            {"kind":"VeiligThuisReport","on":"2026-03-02","contact":"M. de Boer","topics":[]}""");
    plugin.recorded(
        NORA,
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-03-02","information":"GEHEIM"}"""
            .formatted(report));
    plugin.documents.listings.clear();
    give("", "");
    assertThat(copy()).doesNotContain("GEHEIM").contains("Melding bij Veilig Thuis");
  }

  @Test
  @Covers({"C.4a", "S10"})
  void theHeadDecidesAndSignsInForIt() {
    String body = DECIDE.formatted(request, "", "");
    assertThat(plugin.record(PETRA, body, false)).isEqualTo(new Outcome.SignInAgain());
    assertThat(plugin.record(SEM, body, true)).isEqualTo(new Outcome.Forbidden(Set.of(Role.DIR)));
    assertThat(plugin.record(ANJA, body, true)).isInstanceOf(Outcome.Forbidden.class);
    assertThat(plugin.documents.listings).isEmpty();
    String refusal = body.replace("GIVE", "REFUSE");
    assertThat(plugin.record(PETRA, refusal, false))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/ground", "ground.missing"))));
  }

  @Test
  @Covers("C.4a")
  void wordsThatStandNowhereAndEntriesThatAreNotThereAreFaults() {
    String strange =
        """
        {"entry":"%s","ground":"RIGHTS_OF_OTHERS","motivation":"x"}"""
            .formatted(ILSE);
    Outcome outcome = give(strange, "{\"words\":\"tante Bep\",\"ground\":\"RIGHTS_OF_OTHERS\"}");
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Invalid(
                List.of(
                    new Fault("/withheld/0/entry", "entry.unknown"),
                    new Fault("/blackedOut/0/words", "words.notThere"))));
  }

  @Test
  @Covers("C.4b")
  void aRequestIsOpenForAMonthUntilItIsAnsweredAndThenIsNotDecidedAgain() {
    String answered =
        """
        {"kind":"RequestAnswered","request":"%s","on":"2026-03-02","how":"meegegeven"}"""
            .formatted(request);
    assertThat(plugin.record(NORA, answered))
        .isEqualTo(Outcome.Refused.because("request.undecided"));
    assertThat(requests().open())
        .extracting(one -> one.entry().due())
        .containsExactly(LocalDate.of(2026, 4, 2));

    give("", "");
    plugin.recorded(NORA, answered);

    assertThat(requests().open()).isEmpty();
    assertThat(give("", "")).isEqualTo(Outcome.Refused.because("request.answered"));
  }

  @Test
  @Covers("C.4c")
  void whatIsPutRightMustHaveBeenAndAnotherViewIsReadWithTheEntry() {
    String wrong = asked(bakery);
    String done =
        """
        {"kind":"Rectification","request":"%s","outcome":"CORRECTED","motivation":"Klopt."}"""
            .formatted(wrong);
    assertThat(plugin.record(PETRA, done))
        .isEqualTo(Outcome.Refused.because("rectification.notYet"));
    plugin.recorded(
        NORA,
        """
        {"kind":"Correction","entry":"%s","reason":"Naam fout.","corrected":%s}"""
            .formatted(bakery, signal("De slager zag een klap.", "OTHER", "meneer Mol")));
    plugin.recorded(PETRA, done);

    String other =
        """
        {"kind":"Rectification","request":"%s","outcome":"ANNOTATED","motivation":"Een indruk.",
         "annotation":"Volgens moeder was het een grapje."}"""
            .formatted(asked(bakery));
    plugin.recorded(PETRA, other);
    assertThat(plugin.view(SEM).entries())
        .filteredOn(row -> !row.annotations().isEmpty())
        .extracting(row -> row.id(), row -> row.annotations())
        .containsExactly(tuple(bakery, List.of("Volgens moeder was het een grapje.")));
    give("", "");
    assertThat(copy()).contains("Volgens moeder was het een grapje.");
  }

  private String asked(String entry) {
    return plugin.recorded(
        SEM,
        """
        {"kind":"RectificationRequest","by":{"capacity":"GUARDIAN","guardian":"%s"},"on":"2026-03-02",
         "entry":"%s","wish":"Dit klopt niet."}"""
            .formatted(ILSE, entry));
  }

  private Outcome give(String withheld, String blackedOut) {
    return plugin.record(PETRA, DECIDE.formatted(request, withheld, blackedOut), true);
  }

  private Requests requests() {
    return new Requests(plugin.dossiers.of(School.ID, School.LOTTE).get(0));
  }

  private String copy() {
    List<ListingSheet> all = plugin.documents.listings;
    ListingSheet sheet = all.get(all.size() - 1);
    assertThat(sheet.title()).isEqualTo("Kopie van het dossier");
    return sheet.chapters().stream()
        .map(Chapter::items)
        .flatMap(List::stream)
        .flatMap(RightsTest::said)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> said(Item item) {
    return Stream.concat(
        Stream.of(item.title(), item.below()),
        item.lines().stream().flatMap(x -> x.said().stream()));
  }

  private static String signal(String facts, String source, String observer) {
    return """
        {"kind":"Signal","observedOn":"2026-03-02","source":"%s","observer":"%s","facts":"%s"}"""
        .formatted(source, observer, facts);
  }
}
