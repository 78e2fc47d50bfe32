package nl.meldcode.application.linking;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.meldcode.Covers;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.read.ReadLog;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.view.PageView;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host put Finn in the place of Lotte, who has a dossier: a person says whether it is his. */
class EarlierRegistrationTest {
  private static final String SIGNAL =
      """
      {"kind":"Signal","observedOn":"2026-02-09","source":"SELF","facts":"Moe."}""";
  private final TestPlugin plugin = new TestPlugin();

  @BeforeEach
  void lotteBecameFinn() {
    record(ANJA, LOTTE, SIGNAL);
    plugin.school.kin =
        pupil ->
            pupil.equals(LOTTE)
                ? new Kin(LOTTE, List.of(new Tie(FINN, Basis.REPLACED, Set.of())), Set.of())
                : Kin.none(pupil);
    look();
  }

  @Test
  @Covers({"P6", "A.10", "R04"})
  void untilSomebodyDecidesNothingIsShownUnderTheOtherRegistration() {
    assertThat(page(NORA, FINN).dossier()).isNull();
    assertThat(page(NORA, FINN).asked()).isTrue();
    assertThat(stands(NORA, FINN)).containsExactly("SAME_PUPIL PROPOSED Lotte Hendriks true");
    assertThat(stands(NORA, LOTTE)).containsExactly("SAME_PUPIL PROPOSED Finn Willemse false");
  }

  @Test
  @Covers({"P6", "A.10"})
  void whoMayNotDecideIsNotAskedAndLearnsNothing() {
    for (StaffMember one : List.of(TIM, PETRA)) {
      assertThat(page(one, FINN).asked()).isFalse();
      assertThat(record(one, FINN, decision("CONFIRMED"))).isInstanceOf(Outcome.Forbidden.class);
    }
    assertThat(stands(PETRA, FINN)).isEmpty();
    assertThat(plugin.showLinks.of(plugin.school.caller(TIM, FINN))).isEmpty();
    assertThat(record(ANJA, FINN, decision("CONFIRMED"))).isInstanceOf(Outcome.NotThere.class);
  }

  @Test
  @Covers({"P6", "S4.2"})
  void onceConfirmedWorkGoesOnUnderTheRegistrationThatCounts() {
    done(record(SEM, FINN, decision("CONFIRMED")));

    assertThat(dossier(FINN)).isEqualTo(dossier(LOTTE));
    assertThat(page(NORA, FINN).asked()).isFalse();
    assertThat(Objects.requireNonNull(page(NORA, FINN).dossier()).entries()).hasSize(2);
    done(record(NORA, FINN, SIGNAL));
    assertThat(dossier(FINN).entries())
        .extracting(Recorded::pupil)
        .as("each keeps the registration that it was recorded under")
        .containsExactly(LOTTE, FINN, FINN);
    later();
    look();
    assertThat(stands(NORA, FINN)).containsExactly("SAME_PUPIL CONFIRMED Finn Willemse true");
  }

  @Test
  @Covers({"P6", "A.12.6"})
  void whatWasAMistakeIsTakenApartAgain() {
    done(record(NORA, FINN, decision("CONFIRMED")));
    later();
    plugin.school.kin = Kin::none;
    look();
    assertThat(stands(NORA, FINN)).containsExactly("SAME_PUPIL ENDED Finn Willemse true");
    assertThat(page(NORA, FINN).dossier()).as("until a person says so").isNotNull();

    later();
    plugin.lookedAtNext.clear();
    done(record(NORA, FINN, decision("REMOVED")));
    assertThat(plugin.lookedAtNext).as("from both, at once").contains(LOTTE, FINN);
    assertThat(plugin.dossiers.of(School.ID, FINN)).isEmpty();
    assertThat(dossier(LOTTE).pupil()).isEqualTo(LOTTE);
  }

  @Test
  @Covers({"R04", "P6"})
  void noDossierIsGivenToAPupilWhomTheHostNeverPutInItsPlace() {
    record(NORA, FINN, SIGNAL);
    UUID finns = dossier(FINN).id().value();

    assertThat(
            record(
                NORA,
                LOTTE,
                decision("CONFIRMED").replace(dossier(LOTTE).id().toString(), finns.toString())))
        .isEqualTo(new Outcome.Refused("link.unknown", List.of()));
    assertThat(plugin.dossiers.of(School.ID, LOTTE)).hasSize(1);
  }

  @Test
  @Covers({"P6", "R10"})
  void whatTheHostHasForgottenIsStillAskedAndStillLooksAfterTheFamily() {
    Function<PupilId, Kin> before = Objects.requireNonNull(plugin.school.kin);
    plugin.school.kin = LinksGone::of;
    look();
    assertThat(page(NORA, FINN).asked()).isTrue();

    plugin.school.kin = before;
    done(record(NORA, FINN, decision("CONFIRMED")));
    plugin.school.kin = LinksGone::of;
    later();
    look();
    assertThat(stands(NORA, FINN)).containsExactly("SAME_PUPIL CONFIRMED Finn Willemse true");
  }

  @Test
  @Covers({"A.10", "P6"})
  void aSisterHasOneLinkToTheDossierWhateverTheRegistration() {
    PupilId sister = new PupilId(UUID.randomUUID());
    record(NORA, sister, SIGNAL);
    Tie replaced = new Tie(FINN, Basis.REPLACED, Set.of());
    tied(sister, LOTTE, replaced);
    done(record(NORA, FINN, decision("CONFIRMED")));
    later();
    tied(sister, LOTTE, replaced);
    assertThat(household(sister)).containsExactly("CONFIRMED");

    later();
    plugin.school.kin =
        pupil -> new Kin(pupil, pupil.equals(LOTTE) ? List.of(replaced) : List.of(), Set.of());
    look();
    assertThat(household(sister)).containsExactly("ENDED");

    later();
    tied(sister, FINN, replaced);
    assertThat(household(sister)).containsExactly("CONFIRMED");
  }

  private void tied(PupilId sister, PupilId brother, Tie replaced) {
    plugin.school.kin =
        pupil -> {
          List<Tie> ties = new ArrayList<>();
          if (pupil.equals(LOTTE)) {
            ties.add(replaced);
          }
          if (pupil.equals(sister) || pupil.equals(brother)) {
            ties.add(new Tie(pupil.equals(sister) ? brother : sister, Basis.REGISTERED, Set.of()));
          }
          return new Kin(pupil, ties, Set.of());
        };
    look();
  }

  private List<String> household(PupilId pupil) {
    return stands(NORA, pupil).stream()
        .filter(one -> one.startsWith("SAME_HOUSEHOLD"))
        .map(one -> one.split(" ", 3)[1])
        .toList();
  }

  /** After ninety days a retired registration is gone (Host Connect 6.1). */
  private static final class LinksGone {
    private static Kin of(PupilId pupil) {
      if (pupil.equals(LOTTE)) {
        throw new HostRefused("gone");
      }
      return Kin.none(pupil);
    }
  }

  @Test
  @Covers({"A.12.2", "A.12.8"})
  void theLogSaysNothingOfADossierThatTheReaderIsTooCloseTo() {
    page(TIM, LOTTE);
    done(record(NORA, LOTTE, tooClose(PETRA)));
    done(record(NORA, FINN, decision("CONFIRMED")));
    page(SEM, FINN);
    later();
    plugin.dossiers.append(NewEntries.of(School.ID, FINN).signal("ander dossier"));

    assertThat(
            plugin
                .readLog
                .of(
                    new Caller(
                        plugin.school.caller(PETRA, FINN).person(),
                        School.ID,
                        FINN,
                        plugin.school.around(School.ID, FINN),
                        Locale.ROOT,
                        plugin.dossiers.of(School.ID, FINN).get(1).id(),
                        SignIn.ORDINARY,
                        false))
                .orElseThrow()
                .lines())
        .extracting(ReadLog.Line::who)
        .doesNotContain(TIM.id(), NORA.id(), SEM.id());
  }

  @Test
  @Covers("A.12.2")
  void whoIsTooCloseToTheChildIsNotAsked() {
    done(record(NORA, LOTTE, tooClose(SEM)));

    assertThat(page(SEM, FINN).asked()).isFalse();
    assertThat(stands(SEM, FINN)).isEmpty();
    assertThat(stands(NORA, FINN)).hasSize(1);
  }

  @Test
  @Covers({"P6", "A.12.10"})
  void whoHadADossierOfHisOwnHasBoth() {
    later();
    record(NORA, FINN, SIGNAL);
    done(record(NORA, FINN, decision("CONFIRMED")));
    look();

    assertThat(page(NORA, FINN).dossiers())
        .extracting(PageView.DossierRow::atHand)
        .containsExactly(false, true);
    assertThat(stands(NORA, FINN))
        .containsExactlyInAnyOrder(
            "SAME_PUPIL CONFIRMED Finn Willemse true", "EARLIER_CASE CONFIRMED Finn Willemse true");
  }

  @Test
  @Covers({"P6", "A.12.10"})
  void workGoesOnWhereTheStepsRun() {
    done(
        record(
            NORA,
            LOTTE,
            """
            {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}"""));
    later();
    record(NORA, FINN, SIGNAL);
    done(record(NORA, FINN, decision("CONFIRMED")));
    done(record(NORA, FINN, SIGNAL));

    assertThat(plugin.dossiers.of(School.ID, FINN))
        .extracting(one -> one.entries().size())
        .containsExactly(4, 1);
  }

  @Test
  @Covers({"A.12.8", "P6"})
  void theLogKnowsWhatWasDoneUnderEachRegistration() {
    page(TIM, LOTTE);
    done(record(NORA, FINN, decision("CONFIRMED")));

    assertThat(plugin.readLog.of(plugin.school.caller(PETRA, FINN)).orElseThrow().lines())
        .extracting(ReadLog.Line::who)
        .contains(TIM.id(), ANJA.id(), NORA.id());
  }

  private PageView page(StaffMember member, PupilId pupil) {
    return plugin.showDossier.show(plugin.school.caller(member, pupil)).view();
  }

  private Dossier dossier(PupilId pupil) {
    List<Dossier> all = plugin.dossiers.of(School.ID, pupil);
    return all.get(all.size() - 1);
  }

  private String decision(String choice) {
    return """
        {"kind":"LinkDecision","other":"%s","link":"SAME_PUPIL","choice":"%s","reason":"Zelfde kind."}"""
        .formatted(plugin.dossiers.of(School.ID, LOTTE).get(0).id(), choice);
  }

  private Outcome record(StaffMember member, PupilId pupil, String json) {
    return plugin.recordEntry.record(
        plugin.school.caller(member, pupil),
        json.getBytes(StandardCharsets.UTF_8),
        new Request(UUID.randomUUID(), null));
  }

  private static String tooClose(StaffMember member) {
    return """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Familie.",
         "on":"2026-02-09"}"""
        .formatted(member.id());
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private void look() {
    plugin.dossiers.pupils().forEach(one -> plugin.findLinks.of(one.school(), one.pupil()));
  }

  private void later() {
    plugin.school.goTo(LocalDate.now(plugin.school.clock()).plusDays(1));
  }

  private List<String> stands(StaffMember member, PupilId pupil) {
    return plugin.showLinks.of(plugin.school.caller(member, pupil)).orElseThrow().stream()
        .map(
            one ->
                "%s %s %s %s"
                    .formatted(
                        one.standing().link().kind(),
                        one.standing().state(),
                        one.name(),
                        one.decidable()))
        .toList();
  }
}
