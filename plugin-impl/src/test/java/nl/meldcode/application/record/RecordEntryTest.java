package nl.meldcode.application.record;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.entry.Fault;
import org.junit.jupiter.api.Test;

class RecordEntryTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Viel in slaap."}""";
  private static final String OPENING =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  private static final String WEIGHING =
      """
      {"kind":"Weighing","scope":"INDIVIDUAL","externalAdviceAsked":false,
       "externalAdviceReason":"nog niet nodig","conclusion":"CONCERN_HELP","motivation":"feiten"}""";

  private static final String EMERGENCY =
      """
      {"kind":"EmergencyAction","called":["VEILIG_THUIS"],"on":"2026-02-09","at":"07:50",
       "reason":"Verse brandwonden."}""";
  private static final String REOPENING =
      """
      {"kind":"Reopening","on":"2026-02-09","reason":"Er is nieuws."}""";
  private static final String REPORT =
      """
      {"kind":"VeiligThuisReport","on":"2026-02-09","topics":[],"contact":"M. de Boer",
       "legalDiscussed":true}""";
  private static final String RESPONSE =
      """
      {"kind":"ManagementResponse","on":"2026-02-09","response":"Wij nemen het over."}""";

  private final TestPlugin plugin = new TestPlugin();

  @Test
  @Covers({"S1.1", "S0.8"})
  void theFirstSignalBeginsADossierOfSignals() {
    plugin.recorded(ANJA, SIGNAL);

    assertThat(plugin.dossiers.all())
        .singleElement()
        .satisfies(dossier -> assertThat(dossier.state()).isEqualTo(DossierState.SIGNALS));
  }

  @Test
  @Covers({"S0.7", "S0.11", "S10"})
  void aTeachersWeighingIsRefusedStoresNothingAndIsLogged() {
    plugin.recorded(ANJA, SIGNAL);
    plugin.recorded(ANJA, OPENING);
    long before = plugin.version();

    Outcome outcome = plugin.record(ANJA, WEIGHING);

    assertThat(outcome).isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));
    assertThat(plugin.version()).isEqualTo(before);
    assertThat(plugin.log.events())
        .last()
        .satisfies(
            event -> {
              assertThat(event.what()).isEqualTo(AccessLog.What.REFUSED);
              assertThat(event.subject()).isEqualTo("Weighing");
              assertThat(event.staff()).isEqualTo(ANJA.id());
              assertThat(event.rule()).isEqualTo("WEIGH.NONE");
            });
  }

  @Test
  @Covers("S0.7")
  void theSafeguardingOfficerPreparesButDoesNotWeigh() {
    plugin.recorded(ANJA, OPENING);

    assertThat(plugin.record(SEM, WEIGHING)).isInstanceOf(Outcome.Forbidden.class);
    assertThat(plugin.record(NORA, WEIGHING)).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.record(PETRA, WEIGHING)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  @Covers("S11")
  void whoDoesNotTeachThePupilGetsTheSameAnswerWithAndWithoutADossier() {
    Outcome without = plugin.record(TIM, WEIGHING);
    plugin.recorded(ANJA, OPENING);

    assertThat(plugin.record(TIM, WEIGHING)).isEqualTo(without).isEqualTo(new Outcome.NotThere());
  }

  @Test
  @Covers({"S1.1", "A.12.24"})
  void everyMemberOfStaffMayRecordASignal() {
    assertThat(plugin.record(TIM, SIGNAL)).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.record(RIK, SIGNAL)).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.dossiers.all()).hasSize(1);
  }

  /** E7: the order is danger first, everything else afterwards. */
  @Test
  @Covers({"B5.1", "B5.2", "A.12.7"})
  void everybodyMayRecordAnEmergencyAndItOpensTheDossierUntilManagementAnswers() {
    plugin.recorded(RIK, EMERGENCY);

    assertThat(state()).isEqualTo(DossierState.EMERGENCY);
    assertThat(plugin.record(ANJA, RESPONSE))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.DIR)));

    plugin.recorded(PETRA, RESPONSE);
    assertThat(state()).isEqualTo(DossierState.OPEN);

    plugin.recorded(ANJA, OPENING);
    assertThat(plugin.record(ANJA, OPENING)).isInstanceOf(Outcome.Refused.class);
    assertThat(plugin.dossiers.all()).hasSize(1);
  }

  private DossierState state() {
    return plugin.dossiers.all().get(0).state();
  }

  @Test
  void allThatIsWrongIsNamedAtOnceAndNothingIsStored() {
    Outcome outcome =
        plugin.record(
            ANJA,
            """
            {"kind":"Signal","observedOn":"2026-02-10","source":"COLLEAGUE","facts":" ",
             "mood":"bad","otherPupils":["%s"]}"""
                .formatted(UUID.randomUUID()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Invalid.class,
            invalid ->
                assertThat(invalid.faults())
                    .containsExactlyInAnyOrder(
                        new Fault("/mood", "field.unknown"),
                        new Fault("/facts", "answer.missing"),
                        new Fault("/observedOn", "date.future"),
                        new Fault("/observer", "observer.missing"),
                        new Fault("/otherPupils/0", "pupil.unknown")));
    assertThat(plugin.dossiers.all()).isEmpty();
  }

  @Test
  void aRepeatedRequestHasOneEffectAndAnotherBodyUnderItsKeyIsRefused() {
    Request request = new Request(UUID.randomUUID(), null);

    Outcome first = plugin.record(ANJA, SIGNAL, request);
    Outcome second = plugin.record(ANJA, SIGNAL, request);

    assertThat(first)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(second).isEqualTo(new Outcome.Done(done.recorded(), true)));
    assertThat(plugin.record(ANJA, SIGNAL.replace("slaap", "huilen"), request))
        .isEqualTo(new Outcome.KeyReused());
    assertThat(plugin.version()).isEqualTo(1);
  }

  @Test
  void judgingEarlierStateNeedsTheVersionThatWasRead() {
    plugin.recorded(ANJA, OPENING);

    assertThat(plugin.record(NORA, WEIGHING, new Request(UUID.randomUUID(), null)))
        .isEqualTo(new Outcome.VersionMissing());
    plugin.recorded(ANJA, SIGNAL);
    assertThat(plugin.record(NORA, WEIGHING, new Request(UUID.randomUUID(), 1L)))
        .isEqualTo(new Outcome.Stale(2));
    assertThat(plugin.record(ANJA, SIGNAL, new Request(UUID.randomUUID(), null)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void beforeTheDossierIsOpenOnlySignalsAndConsultationsAreTaken() {
    assertThat(plugin.record(NORA, WEIGHING)).isEqualTo(Outcome.Refused.because("dossier.notOpen"));
    plugin.recorded(ANJA, SIGNAL);
    assertThat(plugin.record(NORA, WEIGHING)).isEqualTo(Outcome.Refused.because("dossier.notOpen"));
    plugin.recorded(ANJA, OPENING);
    assertThat(plugin.record(ANJA, OPENING))
        .isEqualTo(Outcome.Refused.because("dossier.alreadyOpen"));
  }

  @Test
  void whenTheStoreIsBrokenNothingIsAcknowledged() {
    plugin.dossiers.breakDown();

    assertThatThrownBy(() -> plugin.record(ANJA, SIGNAL)).isInstanceOf(StoreUnavailable.class);
    plugin.dossiers.repair();
    assertThat(plugin.version()).isZero();
  }

  @Test
  @Covers("S0.3")
  void aSignalAfterClosingBeginsANewDossier() {
    closed();

    plugin.recorded(ANJA, SIGNAL);

    assertThat(plugin.dossiers.of(School.ID, School.LOTTE)).hasSize(2);
  }

  @Test
  @Covers("A.12.23")
  void aClosedDossierGoesOnWhenReopenedOrAfterAnEmergency() {
    closed();
    assertThat(state()).isEqualTo(DossierState.CLOSED);
    assertThat(plugin.record(ANJA, REOPENING)).isInstanceOf(Outcome.Forbidden.class);

    plugin.recorded(NORA, REOPENING);
    assertThat(state()).isEqualTo(DossierState.OPEN);

    plugin.recorded(NORA, closureOfAllGaps());
    plugin.recorded(ANJA, EMERGENCY);
    assertThat(state()).isEqualTo(DossierState.EMERGENCY);
    assertThat(plugin.dossiers.all()).hasSize(1);
  }

  /** Never blocked: without a dossier, with signals alone, and after closing. */
  @Test
  @Covers("A.12.23")
  void aReportToVeiligThuisIsTakenInEveryState() {
    plugin.recorded(NORA, REPORT);
    assertThat(state()).isEqualTo(DossierState.REPORTED);
    plugin.recorded(NORA, closureOfAllGaps());
    plugin.recorded(NORA, REPORT);
    assertThat(state()).isEqualTo(DossierState.REPORTED);

    plugin.recorded(NORA, closureOfAllGaps());
    plugin.recorded(ANJA, SIGNAL);
    assertThat(plugin.record(NORA, WEIGHING)).isInstanceOf(Outcome.Refused.class);
    plugin.recorded(NORA, REPORT);
    assertThat(plugin.dossiers.all())
        .extracting(Dossier::state)
        .containsExactly(DossierState.CLOSED, DossierState.REPORTED);
  }

  private void closed() {
    plugin.recorded(ANJA, OPENING);
    plugin.recorded(NORA, closureOfAllGaps());
  }

  private String closureOfAllGaps() {
    Outcome.Refused refused = (Outcome.Refused) plugin.record(NORA, closure("[]"));
    assertThat(refused.code()).isEqualTo("closure.gaps");
    assertThat(refused.faults()).isNotEmpty();
    return closure(
        refused.faults().stream()
            .map(
                fault ->
                    "{\"requirement\":\"%s\",\"reason\":\"loos alarm\"}"
                        .formatted(fault.code().substring("gap.".length())))
            .toList()
            .toString());
  }

  private static String closure(String gaps) {
    return """
        {"kind":"Closure","reason":"NO_CONCERN","on":"2026-02-09","acceptedGaps":%s}"""
        .formatted(gaps);
  }
}
