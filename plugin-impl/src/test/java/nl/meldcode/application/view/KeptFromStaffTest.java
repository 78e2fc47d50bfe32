package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.GIJS;
import static nl.meldcode.application.School.ILSE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.EntryId;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.Signal;
import org.junit.jupiter.api.Test;

/** What a page tells beside the entries: nothing of what its reader may not know. */
class KeptFromStaffTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"%s"}""";
  private static final String CONFLICT =
      """
      {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom.","on":"2026-02-09"}""";

  private final TestPlugin plugin = new TestPlugin();
  private final OneDossier one = new OneDossier(plugin);

  @Test
  @Covers({"A.12.3", "A.12.25"})
  void aTeacherIsNotToldOfAReportByTheListOfDossiersEither() {
    one.untilSigned();
    plugin.school.goTo(LocalDate.of(2026, 3, 11));
    one.untilReported();

    assertThat(plugin.page(NORA).dossiers().get(0).state()).isEqualTo(DossierState.REPORTED);
    assertThat(plugin.page(ANJA).dossiers().get(0).state()).isEqualTo(DossierState.DECIDED);
  }

  @Test
  @Covers({"A.12.3", "S10"})
  void aTeacherIsNotToldOfAdviceByWhatItLacks() {
    one.untilSigned();
    plugin.recorded(
        NORA,
        """
        {"kind":"ExternalConsultation","organisation":"VEILIG_THUIS","on":"2026-02-09",
         "contact":"M. de Boer","question":"x","advice":"y"}""");

    assertThat(plugin.view(NORA).findings()).extracting(FindingRow::requirement).contains("S4.11");
    assertThat(plugin.view(ANJA).findings())
        .extracting(FindingRow::requirement)
        .doesNotContain("S4.11");
    assertThat(plugin.view(ANJA).steps())
        .extracting(StepRow::detail)
        .noneMatch(it -> it != null && it.contains("Veilig Thuis"));
  }

  @Test
  @Covers("S11")
  void whoRecordsASignalCannotCountWhatIsThere() {
    assertThat(number(record(TIM, "eerste"))).isEqualTo(1);
    one.untilSigned();
    Outcome second = record(TIM, "tweede");

    assertThat(number(second)).isEqualTo(2);
    assertThat(plugin.page(TIM).own()).extracting(EntryRow::seq).containsExactly(1L, 2L);
    assertThat(number(record(ANJA, "derde"))).isEqualTo(plugin.version());
  }

  @Test
  @Covers({"S11", "A.12.27"})
  void whoMayNotKnowPutsTheOwnSignalRightWithoutNamingAVersion() {
    one.untilSigned();
    String id = plugin.recorded(TIM, SIGNAL.formatted("fout"));
    plugin.recorded(ANJA, SIGNAL.formatted("ander"));

    Outcome outcome = plugin.record(TIM, corrected(id, "goed"), new Request(key(), null));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.page(TIM).own()).hasSize(1);
    assertThat(plugin.page(TIM).own().get(0).before()).hasSize(1);
    assertThat(facts(TIM)).isEqualTo("goed");
  }

  @Test
  @Covers({"A.12.1", "S11"})
  void whatOthersMadeOfAnOwnSignalStaysWithWhoMayKnow() {
    one.untilSigned();
    String id = plugin.recorded(TIM, SIGNAL.formatted("gezien op het plein"));
    plugin.recorded(NORA, corrected(id, "gezien bij het hek"));

    assertThat(facts(TIM)).isEqualTo("gezien op het plein");
    assertThat(plugin.page(TIM).own().get(0).before()).isEmpty();
  }

  @Test
  @Covers({"S11", "A.12.2"})
  void aConflictIsNotToldByWhatStaffMayDoElsewhere() {
    Set<Action> without = plugin.page(TIM).me().may();
    one.untilSigned();
    plugin.recorded(NORA, CONFLICT.formatted(TIM.id()));

    assertThat(plugin.page(TIM).me().may())
        .isEqualTo(without)
        .contains(Action.SIGNAL, Action.READ_LISTS, Action.PRACTISE);
  }

  @Test
  @Covers("A.12.2")
  void whoIsTooCloseInOneDossierReadsNothingOfAnotherOfThatChild() {
    one.untilSigned();
    Caller nora = plugin.school.caller(NORA);
    Caller tooClose =
        new Caller(
            nora.person(),
            nora.school(),
            nora.pupil(),
            nora.around(),
            nora.locale(),
            null,
            nora.signIn(),
            true);

    PageView page = plugin.showDossier.show(tooClose).view();

    assertThat(page.hidden()).isTrue();
    assertThat(page.own()).isEmpty();
    assertThat(page.dossiers()).isEmpty();
  }

  @Test
  @Covers({"C.3", "A.12.24"})
  void whoTookPartInAConsultationReadsNoLaterReport() {
    one.untilSigned();
    plugin.recorded(
        NORA,
        """
        {"kind":"Consultation","level":"PEER","on":"2026-02-09","question":"x","outcome":"y",
         "participants":[{"staff":"%s"},{"staff":"%s"}]}"""
            .formatted(NORA.id(), GIJS.id()));
    String talk =
        plugin.recorded(
            ANJA,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"],
             "guardiansPresent":["%s"],"pupilPresent":false,"points":[]}"""
                .formatted(ANJA.id(), ILSE));
    plugin.recorded(
        ANJA,
        "{\"kind\":\"MeetingReport\",\"meeting\":\"%s\",\"text\":\"Later.\"}".formatted(talk));

    assertThat(plugin.view(ANJA).reports()).hasSize(2);
    assertThat(plugin.view(GIJS).reports()).hasSize(1);
    assertThat(plugin.view(GIJS).reports().get(0).versions().get(0).guardians())
        .extracting(ReportRows.GuardianStatus::status)
        .contains("ONDERTEKEND");
  }

  @Test
  @Covers({"C.3", "A.12.1"})
  void aReportIsPrintedWithTheAnswersThatItsReaderMayRead() {
    one.untilSigned();
    EntryId report =
        new EntryId(UUID.fromString(plugin.view(ANJA).reports().get(0).versions().get(0).id()));

    assertThat(plugin.view(ANJA).reports().get(0).versions().get(0).guardians()).isNotEmpty();
    plugin.recorded(NORA, CONFLICT.formatted(ANJA.id()));

    assertThat(plugin.readDocument.read(plugin.school.caller(ANJA), report, true)).isEmpty();
    assertThat(plugin.readDocument.read(plugin.school.caller(NORA), report, true)).isPresent();
  }

  @Test
  @Covers("A.12.24")
  void aTeacherReadsTheConclusionOnlyOnceADossierIsLongClosed() {
    one.untilSigned();
    plugin.recorded(
        PETRA,
        """
        {"kind":"Closure","reason":"NO_CONCERN","on":"2026-02-09","note":"x","acceptedGaps":%s}"""
            .formatted(gaps()));
    plugin.school.goTo(LocalDate.of(2026, 3, 11));
    assertThat(signals(ANJA)).isNotEmpty();
    assertThat(plugin.view(ANJA).reports()).isNotEmpty();

    plugin.school.goTo(LocalDate.of(2026, 3, 12));

    assertThat(plugin.view(ANJA).reports()).isEmpty();
    assertThat(plugin.view(ANJA).conclusion()).isNotNull();
    assertThat(signals(SEM)).isNotEmpty();
    assertThat(plugin.view(ANJA).entries())
        .filteredOn(it -> it.kind().equals("Acknowledgement") && it.content() != null)
        .as("what she recorded herself she reads back")
        .isNotEmpty();
  }

  private String gaps() {
    List<String> all =
        plugin.view(PETRA).findings().stream()
            .map(FindingRow::requirement)
            .distinct()
            .map(it -> "{\"requirement\":\"%s\",\"reason\":\"Niet nodig.\"}".formatted(it))
            .toList();
    return "[" + String.join(",", all) + "]";
  }

  private List<EntryRow> signals(StaffMember reader) {
    return plugin.view(reader).entries().stream()
        .filter(it -> it.kind().equals("Consultation") && it.content() != null)
        .toList();
  }

  private Outcome record(StaffMember member, String facts) {
    return plugin.recordEntry.record(
        plugin.school.caller(member),
        SIGNAL.formatted(facts).getBytes(StandardCharsets.UTF_8),
        new Request(key(), null));
  }

  private static long number(Outcome outcome) {
    return ((Outcome.Done) outcome).number();
  }

  private String facts(StaffMember reader) {
    EntryRow row = plugin.page(reader).own().get(0);
    return row.content() instanceof Signal signal ? signal.facts() : "";
  }

  private static String corrected(String entry, String facts) {
    return "{\"kind\":\"Correction\",\"entry\":\"%s\",\"reason\":\"Nagevraagd.\",\"corrected\":%s}"
        .formatted(entry, SIGNAL.formatted(facts));
  }

  private static UUID key() {
    return UUID.randomUUID();
  }
}
