package nl.meldcode.application.linking;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import nl.meldcode.domain.linking.LinkChange;
import nl.meldcode.domain.linking.LinkState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dossiers find each other, and show no more than they may. */
class LinksTest {
  private static final String OPENING =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";

  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void bothHaveADossier() {
    record(NORA, LOTTE, OPENING);
    record(NORA, FINN, OPENING);
  }

  @Test
  @Covers({"P5", "A.10"})
  void aFamilyIsLinkedByItselfOnBothSides() {
    tied(Basis.GUARDIAN);

    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD CONFIRMED Finn Willemse");
    assertThat(stands(SEM, FINN)).containsExactly("SAME_HOUSEHOLD CONFIRMED Lotte Hendriks");
    assertThat(stands(PETRA, FINN)).hasSize(1);
  }

  @Test
  @Covers("A.10")
  void aTeacherDoesNotEvenLearnThatALinkExists() {
    tied(Basis.GUARDIAN);

    assertThat(plugin.showLinks.of(plugin.school.caller(ANJA))).isEmpty();
    assertThat(plugin.showLinks.of(plugin.school.caller(RIK))).isEmpty();
    assertThat(plugin.record(ANJA, decision(LOTTE, LinkKind.SAME_HOUSEHOLD, "REMOVED")))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(plugin.record(TIM, decision(LOTTE, LinkKind.SAME_HOUSEHOLD, "REMOVED")))
        .isEqualTo(new Outcome.NotThere());
  }

  @Test
  @Covers({"A.10", "A.12.6"})
  void whatIsOnlyPossibleIsForWhoDecidesAndCountsOnceConfirmed() {
    tied(Basis.ADDRESS);

    assertThat(stands(NORA, LOTTE)).containsExactly("POSSIBLE_MATCH PROPOSED Finn Willemse");
    assertThat(stands(PETRA, LOTTE)).isEmpty();
    assertThat(plugin.record(PETRA, decision(LOTTE, LinkKind.POSSIBLE_MATCH, "CONFIRMED")))
        .isInstanceOf(Outcome.Forbidden.class);

    later();
    record(SEM, LOTTE, decision(LOTTE, LinkKind.POSSIBLE_MATCH, "CONFIRMED"));
    assertThat(stands(PETRA, LOTTE)).containsExactly("POSSIBLE_MATCH CONFIRMED Finn Willemse");
    assertThat(stands(PETRA, FINN)).containsExactly("POSSIBLE_MATCH CONFIRMED Lotte Hendriks");
  }

  @Test
  @Covers("A.10")
  void whatTheHostNoLongerSaysIsNeverSilentlyDropped() {
    tied(Basis.GUARDIAN);
    later();
    plugin.school.kin = Kin::none;
    look();

    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD ENDED Finn Willemse");
    assertThat(stands(NORA, FINN)).containsExactly("SAME_HOUSEHOLD ENDED Lotte Hendriks");
    assertThat(changes(LOTTE)).extracting(LinkChange::found).containsExactly(true, false);
  }

  @Test
  @Covers({"A.10", "R10"})
  void whileTheHostCannotSayNothingIsLost() {
    tied(Basis.GUARDIAN);
    plugin.school.kin = null;
    look();

    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD CONFIRMED Finn Willemse");
    assertThat(changes(LOTTE)).hasSize(1);

    plugin.school.kin = LinksTest::ofFinnAlone;
    look();
    assertThat(changes(LOTTE)).as("it says nothing of Lotte, and of Finn no tie").hasSize(1);
  }

  private static Kin ofFinnAlone(PupilId pupil) {
    if (pupil.equals(LOTTE)) {
      throw new HostUnavailable("kin");
    }
    return Kin.none(pupil);
  }

  @Test
  @Covers({"A.10", "A.12.6"})
  void whatWasRemovedComesBackOnlyWhenItIsFoundAnew() {
    tied(Basis.GUARDIAN);
    String removal = decision(LOTTE, LinkKind.SAME_HOUSEHOLD, "REMOVED");
    assertThat(plugin.record(NORA, removal.replace("Zo besproken.", " ")))
        .isInstanceOf(Outcome.Invalid.class);
    later();
    record(NORA, LOTTE, removal);
    look();

    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD REMOVED Finn Willemse");
    assertThat(stands(NORA, FINN)).containsExactly("SAME_HOUSEHOLD REMOVED Lotte Hendriks");

    later();
    plugin.school.kin = Kin::none;
    look();
    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD REMOVED Finn Willemse");
    later();
    tied(Basis.GUARDIAN);
    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_HOUSEHOLD CONFIRMED Finn Willemse");
  }

  @Test
  @Covers({"P5", "S1.7d"})
  void whoWasNamedAsInvolvedIsLinkedFromBothSides() {
    record(
        NORA,
        FINN,
        """
        {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Ruzie op het plein.",
         "otherPupils":["%s"]}"""
            .formatted(LOTTE));
    plugin.findLinks.of(School.ID, FINN);
    look();

    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_INCIDENT CONFIRMED Finn Willemse");
    assertThat(stands(NORA, FINN)).containsExactly("SAME_INCIDENT CONFIRMED Lotte Hendriks");
    assertThat(changes(LOTTE)).as("looking again changes nothing").hasSize(1);
  }

  @Test
  @Covers({"P5", "A.12.10"})
  void anEarlierDossierIsFoundFromTheLaterOne() {
    record(
        PETRA,
        LOTTE,
        """
        {"kind":"Closure","reason":"NO_CONCERN","on":"2026-02-09","acceptedGaps":[%s]}"""
            .formatted(gaps()));
    record(NORA, LOTTE, OPENING);
    look();

    assertThat(stands(NORA, LOTTE)).containsExactly("EARLIER_CASE CONFIRMED Lotte Hendriks");
  }

  @Test
  @Covers("A.12.2")
  void nobodySeesALinkToADossierTheyAreTooCloseTo() {
    tied(Basis.GUARDIAN);
    record(
        NORA,
        FINN,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom van Finn.",
         "on":"2026-02-09"}"""
            .formatted(SEM.id()));

    assertThat(stands(SEM, LOTTE)).isEmpty();
    assertThat(stands(NORA, LOTTE)).hasSize(1);
  }

  @Test
  void aLinkThatIsNotThereCannotBeDecidedOn() {
    assertThat(plugin.record(NORA, decision(LOTTE, LinkKind.POSSIBLE_MATCH, "CONFIRMED")))
        .isEqualTo(new Outcome.Refused("link.unknown", List.of()));
  }

  private void tied(Basis basis) {
    Set<UUID> through = basis == Basis.GUARDIAN ? Set.of(School.ILSE.value()) : Set.of();
    plugin.school.kin =
        pupil -> new Kin(pupil, List.of(new Tie(otherThan(pupil), basis, through)), Set.of());
    look();
  }

  private void look() {
    plugin.findLinks.of(School.ID, LOTTE);
  }

  private void later() {
    plugin.school.goTo(LocalDate.now(plugin.school.clock()).plusDays(1));
  }

  private static PupilId otherThan(PupilId pupil) {
    return pupil.equals(LOTTE) ? FINN : LOTTE;
  }

  private List<String> stands(StaffMember member, PupilId pupil) {
    return plugin.showLinks.of(plugin.school.caller(member, pupil)).orElseThrow().stream()
        .map(
            one ->
                one.standing().link().kind()
                    + " "
                    + state(one.standing().state())
                    + " "
                    + one.name())
        .toList();
  }

  private static String state(LinkState state) {
    return state.name();
  }

  private List<LinkChange> changes(PupilId pupil) {
    return plugin.links.of(School.ID, plugin.dossiers.of(School.ID, pupil).get(0).id());
  }

  private String gaps() {
    return String.join(
        ",",
        plugin.view(PETRA).findings().stream()
            .map(
                one -> "{\"requirement\":\"" + one.requirement() + "\",\"reason\":\"Niet nodig.\"}")
            .distinct()
            .toList());
  }

  private String decision(PupilId pupil, LinkKind kind, String choice) {
    var other = plugin.dossiers.of(School.ID, otherThan(pupil)).get(0).id();
    return """
        {"kind":"LinkDecision","other":"%s","link":"%s","choice":"%s","reason":"Zo besproken."}"""
        .formatted(other, kind, choice);
  }

  private void record(StaffMember member, PupilId pupil, String json) {
    List<nl.meldcode.domain.dossier.Dossier> all = plugin.dossiers.of(School.ID, pupil);
    Outcome outcome =
        plugin.recordEntry.record(
            plugin.school.caller(member, pupil),
            json.getBytes(StandardCharsets.UTF_8),
            new Request(UUID.randomUUID(), all.isEmpty() ? 0 : all.get(all.size() - 1).version()));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }
}
