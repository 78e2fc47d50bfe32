package nl.meldcode.application.view;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FEMKE;
import static nl.meldcode.application.School.FINN;
import static nl.meldcode.application.School.GIJS;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static nl.meldcode.application.School.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meldcode.Covers;
import nl.meldcode.application.OneDossier;
import nl.meldcode.application.School;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.view.WorkRow.When;
import nl.meldcode.domain.protocol.Severity;
import org.junit.jupiter.api.Test;

/** Who finds what on the work list, and in which order. */
class WorkListTest {
  private static final String BOTH = "Finn Willemse, Lotte Hendriks";
  private static final Map<StaffMember, String> SEEN =
      Map.of(
          ANJA, "Lotte Hendriks",
          TIM, "Finn Willemse",
          GIJS, "",
          NORA, BOTH,
          SEM, BOTH,
          PETRA, BOTH,
          RIK, "",
          VERA, "",
          FEMKE, "");
  private final Work work = new Work();

  @Test
  @Covers({"P7", "A.12.4", "S10"})
  void everybodyFindsThePupilsWhoseDossiersTheyMayKnowOf() {
    work.opened(LOTTE, FINN);
    SEEN.forEach((who, pupils) -> assertThat(seen(who)).as(who.name()).isEqualTo(pupils));

    work.records(
        NORA,
        LOTTE,
        """
        {"kind":"TeamMemberAdded","member":"%s","reads":"TEAM","reason":"Denkt mee.",
         "on":"2026-02-09"}"""
            .formatted(TIM.id()));
    assertThat(seen(TIM)).isEqualTo(BOTH);
  }

  @Test
  @Covers({"P7", "S10"})
  void whoHasNoWorkInDossiersIsRefusedWhetherThereAreAnyOrNot() {
    for (StaffMember nobody : List.of(RIK, VERA, FEMKE)) {
      assertThat(work.list(nobody)).isEmpty();
    }
    work.opened(LOTTE);
    for (StaffMember nobody : List.of(RIK, VERA, FEMKE)) {
      assertThat(work.list(nobody)).isEmpty();
    }
    assertThat(work.plugin.log.events())
        .filteredOn(one -> one.what() == AccessLog.What.REFUSED)
        .hasSize(6)
        .allSatisfy(one -> assertThat(one.subject()).isEqualTo("work-list"));
  }

  @Test
  @Covers({"P7", "A.12.2", "S11"})
  void whoIsTooCloseFindsWhatStoodThereWithoutThatDossier() {
    work.opened(FINN);
    List<StaffMember> all = List.of(ANJA, SEM, PETRA);
    List<WorkList> without = all.stream().map(one -> work.list(one).orElseThrow()).toList();
    work.opened(LOTTE);
    for (int i = 0; i < all.size(); i++) {
      StaffMember each = all.get(i);
      assertThat(seen(each)).contains("Lotte");
      work.tooClose(each, LOTTE, true);
      assertThat(work.list(each)).as(each.name()).contains(without.get(i));
      work.tooClose(each, LOTTE, false);
      assertThat(seen(each)).contains("Lotte");
    }
  }

  @Test
  @Covers({"P7", "S11"})
  void aTeacherFindsTheSameWithAndWithoutTheDossierOfAnother() {
    work.opened(FINN);
    WorkList without = work.list(TIM).orElseThrow();
    work.opened(LOTTE);
    assertThat(work.list(TIM)).contains(without);
    assertThat(work.listWhere(TIM, work::isAboutLotte, new Tampered("dossier"))).isEqualTo(without);
    assertThat(work.listWhere(TIM, work::isAboutLottesCard, new HostUnavailable("pupil")))
        .isEqualTo(without);
  }

  @Test
  @Covers({"P7", "P4"})
  void itSaysOfADossierWhatItsOverviewSaysThatTheReaderCanDo() {
    reported();
    for (StaffMember each : List.of(ANJA, NORA, SEM, PETRA)) {
      List<FindingRow> asked =
          work.plugin.view(each).findings().stream()
              .filter(one -> one.mine() && one.severity() != Severity.ADVICE)
              .filter(one -> !one.upcoming() || one.dueOn() != null)
              .toList();
      assertThat(work.rows(each))
          .as(each.name())
          .extracting(WorkRow::sentence)
          .containsExactlyInAnyOrderElementsOf(asked.stream().map(FindingRow::message).toList());
    }
    assertThat(work.rows(NORA)).extracting(WorkRow::step).contains("after-report");
    assertThat(work.rows(ANJA)).extracting(WorkRow::step).doesNotContain("after-report");
  }

  @Test
  @Covers({"P7", "S6.7c"})
  void whatSomebodyWasGivenToDoIsThereUntilItIsDone() {
    reported();
    String feedback =
        work.plugin.recorded(
            NORA,
            """
            {"kind":"VeiligThuisFeedback","report":"%s","on":"2026-03-12","confirmed":"YES",
             "expectations":[{"what":"Elke week kijken.","owner":"%s","dueOn":"2026-03-12"}]}"""
                .formatted(report(), ANJA.id()));

    assertThat(work.rows(ANJA))
        .filteredOn(WorkRow::agreed)
        .extracting(WorkRow::sentence, WorkRow::when)
        .containsExactly(tuple("Elke week kijken.", When.TODAY));
    assertThat(work.rows(NORA)).noneMatch(WorkRow::agreed);

    work.plugin.recorded(
        ANJA,
        """
        {"kind":"TaskDone","source":"%s","number":1,"on":"2026-03-12"}"""
            .formatted(feedback));
    assertThat(work.rows(ANJA)).noneMatch(WorkRow::agreed);
  }

  private void reported() {
    OneDossier lotte = new OneDossier(work.plugin);
    lotte.untilSigned();
    work.plugin.school.goTo(LocalDate.of(2026, 3, 12));
    lotte.untilReported();
  }

  private String report() {
    return work.plugin.view(NORA).entries().stream()
        .filter(one -> one.kind().equals("VeiligThuisReport"))
        .map(EntryRow::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Covers("P7")
  void whatIsLateComesFirstThenByDayThenByPupil() {
    work.opened(LOTTE, FINN);
    work.talked(LOTTE);
    work.talked(FINN);
    for (int day = 9; day < 28; day++) {
      work.plugin.school.goTo(LocalDate.of(2026, 2, day));
      List<WorkRow> rows = work.rows(NORA);
      assertThat(rows).isNotEmpty();
      assertThat(rows).extracting(WorkRow::when).isSorted();
      Map<When, List<WorkRow>> groups = rows.stream().collect(Collectors.groupingBy(WorkRow::when));
      groups.values().forEach(WorkListTest::areByDay);
    }
    assertThat(work.rows(NORA)).extracting(WorkRow::when).contains(When.LATE, When.LATER);
  }

  private static void areByDay(List<WorkRow> group) {
    Function<WorkRow, String> place =
        row -> (row.dueOn() == null ? "9" : row.dueOn().toString()) + " " + row.pupil();
    assertThat(group.stream().map(place)).isSorted();
  }

  @Test
  @Covers("P7")
  void theDaysOfThisWeekAreTheOnesUntilSunday() {
    work.opened(LOTTE);
    work.talked(LOTTE);
    LocalDate thursday = LocalDate.of(2026, 2, 12);
    Map<LocalDate, When> expected =
        Map.of(
            LocalDate.of(2026, 2, 8),
            When.LATER,
            LocalDate.of(2026, 2, 9),
            When.THIS_WEEK,
            thursday,
            When.TODAY,
            LocalDate.of(2026, 2, 13),
            When.LATE);
    expected.forEach(
        (day, when) -> {
          work.plugin.school.goTo(day);
          assertThat(work.rows(NORA))
              .as("on " + day)
              .filteredOn(row -> thursday.equals(row.dueOn()))
              .isNotEmpty()
              .allMatch(row -> row.when() == when);
        });
  }

  @Test
  @Covers("P7")
  void aDamagedDossierIsSaidToWhoReadsThemAllAndTakesNothingElseAway() {
    work.opened(LOTTE, FINN);
    String mark = work.plugin.view(NORA).id();
    for (StaffMember each : List.of(NORA, SEM, PETRA)) {
      WorkList list = work.listWhere(each, work::isAboutLotte, new Tampered("dossier"));
      assertThat(list.damaged()).containsExactly(mark);
      assertThat(list.rows()).extracting(WorkRow::pupil).containsOnly("Finn Willemse");
    }
    assertThat(work.listWhere(ANJA, work::isAboutLotte, new Tampered("dossier")))
        .satisfies(one -> assertThat(one.damaged()).isEmpty())
        .satisfies(one -> assertThat(one.rows()).isEmpty());
  }

  @Test
  @Covers({"P7", "R01", "A.12.2"})
  void aPupilOfWhomTheHostSaysNothingTakesNothingElseAway() {
    work.opened(LOTTE, FINN);
    work.tooClose(PETRA, LOTTE, true);
    HostUnavailable away = new HostUnavailable("pupil");

    WorkList noras = work.listWhere(NORA, work::isAboutLottesCard, away);
    assertThat(noras.unanswered()).isEqualTo(1);
    assertThat(noras.rows()).extracting(WorkRow::pupil).containsOnly("Finn Willemse");
    assertThat(work.listWhere(PETRA, work::isAboutLottesCard, away).unanswered()).isZero();
    assertThat(work.listWhere(ANJA, work::isAboutLottesCard, away).unanswered()).isEqualTo(1);
    assertThat(work.listWhere(TIM, work::isAboutLottesCard, away).unanswered()).isZero();

    work.records(
        NORA,
        LOTTE,
        """
        {"kind":"TeamMemberAdded","member":"%s","reads":"TEAM","reason":"Denkt mee.",
         "on":"2026-02-09"}"""
            .formatted(TIM.id()));
    assertThat(work.listWhere(TIM, work::isAboutLottesCard, away).unanswered()).isEqualTo(1);
  }

  @Test
  @Covers({"P7", "R01", "S11"})
  void whileNobodySaysWhoIsInWhichGroupThereIsNoListWhetherThereAreDossiersOrNot() {
    HostUnavailable away = new HostUnavailable("groups");
    List<StaffMember> all = List.of(ANJA, TIM, NORA, SEM, PETRA);
    all.forEach(each -> hasNoList(each, away));
    work.opened(LOTTE);
    all.forEach(each -> hasNoList(each, away));
  }

  private void hasNoList(StaffMember who, HostUnavailable away) {
    assertThatExceptionOfType(HostUnavailable.class)
        .as(who.name())
        .isThrownBy(() -> work.listWhere(who, (method, about) -> method.equals("groups"), away));
  }

  @Test
  @Covers("P7")
  void aClosedDossierAsksNothing() {
    work.opened(LOTTE);
    String gaps =
        work.plugin.view(PETRA).findings().stream()
            .map(
                one -> "{\"requirement\":\"" + one.requirement() + "\",\"reason\":\"Niet nodig.\"}")
            .distinct()
            .collect(Collectors.joining(","));
    assertThat(work.rows(PETRA)).isNotEmpty();
    work.records(
        PETRA,
        LOTTE,
        """
        {"kind":"Closure","reason":"NO_CONCERN","on":"2026-02-09","acceptedGaps":[%s]}"""
            .formatted(gaps));
    assertThat(work.rows(PETRA)).isEmpty();
  }

  @Test
  @Covers({"P7", "A07"})
  void itIsLoggedBeforeItIsShown() {
    work.opened(LOTTE);
    work.rows(NORA);
    assertThat(work.plugin.log.events())
        .last()
        .isEqualTo(
            new AccessLog.Event(
                work.plugin.school.clock().instant(),
                AccessLog.What.READ,
                School.ID,
                NORA.id(),
                null,
                null,
                "READ_WORK_LIST.IB",
                "work-list"));
    work.plugin.log.breakDown();
    for (StaffMember each : List.of(NORA, RIK)) {
      assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> work.list(each));
    }
  }

  private String seen(StaffMember who) {
    return String.join(", ", work.pupils(who));
  }
}
