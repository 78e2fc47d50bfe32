package nl.meldcode.application.destruction;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FEMKE;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.destruction.ReadDestructions.Waiting.Subject;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Certificate;
import nl.meldcode.domain.entry.DestructionRequest.Requester;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario E5: a dossier is destroyed by two people, when nothing keeps it. */
class DestructionTest {
  private static final String ASKED =
      """
      {"kind":"DestructionRequest","requester":"GUARDIAN","on":"2026-02-09","reason":"Weerlegd."}""";
  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), plugin.log, school.clock());
  private final Kept erased = new Kept();
  private final DestroyDecided destroy =
      new DestroyDecided(plugin.dossiers, erased, plugin.log, school.clock());
  private final ReadDestructions read =
      new ReadDestructions(plugin.dossiers, erased, plugin.mergers, school, gate);

  @BeforeEach
  void aDossierIsThere() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
  }

  @Test
  @Covers({"A05", "S26"})
  void itIsAskedByOneAndDecidedByAnotherAndLeavesACertificate() {
    String request = plugin.recorded(NORA, ASKED);
    destroy.all();
    assertThat(erased.certificates).isEmpty();

    assertThat(decide(PETRA, request, "DESTROY", true)).isInstanceOf(Outcome.Done.class);
    destroy.of(School.ID, List.of(LOTTE));

    assertThat(erased.certificates)
        .containsExactly(
            new Certificate(
                plugin.dossiers.of(School.ID, LOTTE).get(0).id(),
                List.of(),
                school.clock().instant(),
                Requester.GUARDIAN,
                NORA.id(),
                PETRA.id()));
    assertThat(read.of(visitor(RIK)).orElseThrow().certificates()).hasSize(1);
    assertThat(plugin.log.events())
        .extracting(AccessLog.Event::what, AccessLog.Event::staff)
        .contains(tuple(AccessLog.What.DESTROYED, PETRA.id()));
  }

  @Test
  @Covers("A05")
  void nobodyDestroysWhatTheyAskedForThemselves() {
    StaffMember both = new StaffMember(NORA.id(), NORA.name(), Set.of(Role.IB, Role.DIR), Set.of());
    String request = plugin.recorded(NORA, ASKED);

    assertThat(decide(both, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.alone"));
    assertThat(decide(NORA, request, "DESTROY", true))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.DIR)));
    assertThat(plugin.record(PETRA, ASKED))
        .isEqualTo(new Outcome.Forbidden(Set.of(Role.IB, Role.AF)));
    destroy.all();
    assertThat(erased.certificates).isEmpty();
  }

  @Test
  @Covers("S26")
  void whatMustBeKeptIsNotDestroyedAndThatIsSaid() {
    String request = plugin.recorded(NORA, ASKED);
    plugin.recorded(NORA, hold(true));
    assertThat(decide(PETRA, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.held"));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting())
        .containsExactly(
            new ReadDestructions.Waiting(
                "Lotte Hendriks",
                Subject.DESTRUCTION,
                Requester.GUARDIAN,
                LocalDate.of(2026, 3, 9),
                true));

    plugin.recorded(PETRA, hold(false));
    assertThat(decide(PETRA, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.lifted"));
    plugin.recorded(NORA, hold(false));
    assertThat(decide(PETRA, request, "DESTROY", true)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  @Covers("S26")
  void whileVeiligThuisWorksOnAReportItIsKept() {
    String request = plugin.recorded(NORA, ASKED);
    plugin.recorded(
        NORA,
        """
        {"kind":"VeiligThuisReport","on":"2026-02-09","contact":"M. de Boer","topics":[]}""");
    assertThat(decide(PETRA, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.held"));
  }

  @Test
  @Covers("S26")
  void itTakesASignInForThisPurposeAndRefusingDoesNot() {
    String request = plugin.recorded(NORA, ASKED);
    assertThat(decide(PETRA, request, "DESTROY", false)).isEqualTo(new Outcome.SignInAgain());
    assertThat(decide(PETRA, UUID.randomUUID().toString(), "DESTROY", true))
        .isInstanceOf(Outcome.Invalid.class);

    assertThat(decide(PETRA, request, "REFUSE", false)).isInstanceOf(Outcome.Done.class);
    assertThat(decide(PETRA, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.answered"));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting()).isEmpty();
    destroy.all();
    assertThat(erased.certificates).isEmpty();
  }

  @Test
  @Covers("S26")
  void aHoldThatComesBeforeItIsCarriedOutStillHolds() {
    String request = plugin.recorded(NORA, ASKED);
    decide(PETRA, request, "DESTROY", true);
    plugin.recorded(NORA, hold(true));
    destroy.all();
    assertThat(erased.certificates).isEmpty();

    plugin.recorded(NORA, hold(false));
    destroy.all();
    assertThat(erased.certificates).hasSize(1);
  }

  @Test
  @Covers("S26")
  void aRequestThatWaitsIsNotHiddenByALaterOneThatWasAnswered() {
    plugin.recorded(NORA, ASKED);
    String later = plugin.recorded(NORA, ASKED.replace("GUARDIAN", "SCHOOL"));
    decide(PETRA, later, "REFUSE", false);
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting())
        .extracting(ReadDestructions.Waiting::requester)
        .containsExactly(Requester.GUARDIAN);
  }

  @Test
  @Covers({"C.4b", "S26"})
  void whatIsStillAskedForIsNotDestroyedFirst() {
    plugin.recorded(
        NORA,
        """
        {"kind":"AccessRequest","by":{"capacity":"PUPIL"},"on":"2026-02-09"}""");
    String request = plugin.recorded(NORA, ASKED);
    assertThat(decide(PETRA, request, "DESTROY", true))
        .isEqualTo(Outcome.Refused.because("destruction.asked"));
  }

  @Test
  @Covers("C.5")
  void twoYearsAfterThePupilLeftSomebodyIsToLookWhetherItMustBeKept() {
    school.leave(LocalDate.of(2026, 2, 9));
    school.goTo(LocalDate.of(2028, 2, 8));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting()).isEmpty();

    school.goTo(LocalDate.of(2028, 2, 9));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting())
        .containsExactly(
            new ReadDestructions.Waiting(
                "Lotte Hendriks", Subject.LEFT, null, LocalDate.of(2028, 2, 9), false));
  }

  @Test
  @Covers("S10")
  void whatWaitsIsForTheHeadWhoIsNotTooCloseAndWhatIsDoneForWhoWatchesOverIt() {
    plugin.recorded(NORA, ASKED);
    for (StaffMember none : List.of(ANJA, NORA)) {
      assertThat(read.of(visitor(none))).isEmpty();
    }
    for (StaffMember watching : List.of(RIK, FEMKE)) {
      assertThat(read.of(visitor(watching)).orElseThrow().waiting()).isEmpty();
    }
    plugin.recorded(
        NORA,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom.","on":"2026-02-09"}"""
            .formatted(PETRA.id()));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting()).isEmpty();
  }

  @Test
  @Covers("S26")
  void aPartGoesWithWhatIsAboutItAndTheRestStays() {
    String wrong = plugin.recorded(ANJA, SIGNAL);
    String right = plugin.recorded(NORA, SIGNAL.replace("Zag", "Hoorde"));
    String correction =
        plugin.recorded(
            ANJA,
            """
            {"kind":"Correction","entry":"%s","reason":"Ander kind.","corrected":%s}"""
                .formatted(wrong, SIGNAL.replace("Zag", "Zag niet")));
    String copy = plugin.recorded(ANJA, "{\"kind\":\"SignalLog\",\"purpose\":\"overleg\"}");
    String request = plugin.recorded(NORA, ASKED.replace("}", ",\"entries\":[\"" + wrong + "\"]}"));
    assertThat(decide(PETRA, request, "MINIMISE", true))
        .isEqualTo(Outcome.Refused.because("destruction.notClosed"));
    assertThat(decide(PETRA, request, "DESTROY", true)).isInstanceOf(Outcome.Done.class);

    destroy.all();

    assertThat(erased.certificates)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.entries())
                    .extracting(EntryId::toString)
                    .containsExactly(wrong, correction, copy)
                    .doesNotContain(right));
    String opening = plugin.dossiers.of(School.ID, LOTTE).get(0).entries().get(0).id().toString();
    assertThat(plugin.record(NORA, ASKED.replace("}", ",\"entries\":[\"" + opening + "\"]}")))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/entries/0", "entry.carries"))));
  }

  @Test
  @Covers({"C.5", "S26"})
  void ofAClosedDossierOnlyTheOutcomeCanBeKept() {
    String signal = plugin.recorded(ANJA, SIGNAL);
    String request = plugin.recorded(NORA, ASKED);
    assertThat(decide(PETRA, request, "MINIMISE", true))
        .isEqualTo(Outcome.Refused.because("destruction.notClosed"));
    plugin.recorded(PETRA, closure(plugin.view(PETRA)));
    assertThat(decide(PETRA, request, "MINIMISE", true)).isInstanceOf(Outcome.Done.class);

    destroy.all();

    assertThat(erased.certificates)
        .singleElement()
        .satisfies(
            one -> assertThat(one.entries()).extracting(EntryId::toString).containsExactly(signal));
    school.goTo(LocalDate.of(2027, 3, 1));
    assertThat(read.of(visitor(PETRA)).orElseThrow().waiting()).as("it is done").isEmpty();
  }

  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Zag een klap."}""";

  private static String closure(DossierView view) {
    String gaps =
        view.findings().stream()
            .filter(one -> one.severity() != Severity.ADVICE)
            .map(
                one ->
                    "{\"requirement\":\"%s\",\"reason\":\"Niets aan de hand.\"}"
                        .formatted(one.requirement()))
            .distinct()
            .collect(Collectors.joining(","));
    return """
        {"kind":"Closure","on":"2026-02-09","reason":"NO_CONCERN","note":"Niets.","acceptedGaps":[%s]}"""
        .formatted(gaps);
  }

  private Outcome decide(StaffMember by, String request, String choice, boolean fresh) {
    String body =
        """
        {"kind":"DestructionDecision","request":"%s","choice":"%s","motivation":"Zo besloten."}"""
            .formatted(request, choice);
    return plugin.record(by, body, fresh);
  }

  private static String hold(boolean holds) {
    return """
        {"kind":"LegalHold","holds":%s,"on":"2026-02-09","reason":"Er loopt een klacht."}"""
        .formatted(holds);
  }

  private Visitor visitor(StaffMember member) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        school.staff(School.ID),
        school.caller(member).locale());
  }

  private static final class Kept implements Erasures {
    private final List<Certificate> certificates = new ArrayList<>();

    @Override
    public void erase(SchoolId school, Certificate certificate) {
      certificates.add(certificate);
    }

    @Override
    public List<Certificate> of(SchoolId school) {
      return List.copyOf(certificates);
    }
  }
}
