package nl.meldcode.application.emergency;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.FEMKE;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static nl.meldcode.application.text.DutchDates.DUTCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.json.JsonSent;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.validation.ConstraintShapes;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Callers;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.record.Bodies;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.view.EntryRow;
import nl.meldcode.application.view.PageView;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.entry.Fault;
import nl.meldcode.domain.school.Mergers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five conditions, and none of it without all of them (A04, A05). */
class EmergencyAccessTest {
  private static final String REASON =
      """
      {"reason":"De directeur is met verlof en vader staat op het plein."}""";
  private static final StaffMember STRANGER =
      new StaffMember(new StaffId(School.id("staff:wilma")), "Wilma", Set.of(Role.IB), Set.of());

  private final TestPlugin plugin = new TestPlugin();
  private final School school = plugin.school;
  private final InMemorySessions sessions = new InMemorySessions();
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), plugin.log, school.clock());
  private final Callers callers =
      new Callers(
          sessions, school, plugin.mergers, plugin.emergencies, plugin.dossiers, school.clock());
  private final Bodies bodies = new Bodies(new JsonSent(), new ConstraintShapes(school.clock()));
  private final OpenEmergencyAccess open =
      new OpenEmergencyAccess(plugin.emergencies, plugin.dossiers, bodies, gate);
  private final Told told = new Told(plugin.emergencies, plugin.dossiers, plugin.mergers, gate);
  private final ReadEmergencyAccesses read = new ReadEmergencyAccesses(told, school, gate);
  private final ReviewEmergencyAccess review = new ReviewEmergencyAccess(told, bodies, gate);

  @BeforeEach
  void whatVeiligThuisToldOfTheFamilyIsForTheHead() {
    plugin.recorded(
        ANJA,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    String report =
        plugin.recorded(
            NORA,
            """
            {"kind":"VeiligThuisReport","on":"2026-02-09","contact":"M. de Boer","topics":[]}""");
    plugin.recorded(
        PETRA,
        """
        {"kind":"FamilyInformation","report":"%s","on":"2026-02-09","information":"Vader is weg."}"""
            .formatted(report));
  }

  @Test
  @Covers({"A04", "A.12.5"})
  void itOpensWhatVeiligThuisToldForAnHourAndNotASecondLonger() {
    assertThat(kinds(session(SEM, Duration.ZERO))).doesNotContain("FamilyInformation");

    Fresh sem = session(SEM, Duration.ZERO);
    assertThat(opened(sem)).isInstanceOf(Outcome.Opened.class);

    assertThat(kinds(sem)).contains("FamilyInformation");
    assertThat(kinds(session(NORA, Duration.ZERO))).doesNotContain("FamilyInformation");
    school.later(Duration.ofMinutes(19));
    kinds(sem);
    school.later(Duration.ofMinutes(19));
    kinds(sem);
    school.later(Duration.ofMinutes(19));
    assertThat(kinds(sem)).contains("FamilyInformation");
    assertThat(page(sem).emergencyEndsAt()).isEqualTo(school.clock().instant().plusSeconds(180));
    school.later(Duration.ofMinutes(3));
    assertThat(kinds(sem)).doesNotContain("FamilyInformation");
    assertThat(page(sem).emergencyEndsAt()).isNull();
  }

  @Test
  @Covers("A04")
  void withoutASignInForThisPurposeNothingOpens() {
    Outcome again = new Outcome.SignInAgain();
    assertThat(opened(session(SEM, Duration.ofSeconds(61)))).isEqualTo(again);
    Fresh sem = session(SEM, Duration.ofMinutes(1));
    school.later(Duration.ofMinutes(5));
    assertThat(opened(sem)).isEqualTo(again);
    assertThat(plugin.emergencies.of(School.ID)).isEmpty();
    assertThat(kinds(sem)).doesNotContain("FamilyInformation");
    assertThat(opened(session(SEM, Duration.ofMinutes(1)))).isInstanceOf(Outcome.Opened.class);
  }

  @Test
  @Covers("A04")
  void withoutAReasonNothingOpens() {
    for (String body : List.of("{}", "{\"reason\":null}", "[]", "", "{\"reason\":7}")) {
      assertThat(open(session(SEM, Duration.ZERO), body)).isInstanceOf(Outcome.Invalid.class);
    }
    assertThat(open(session(SEM, Duration.ZERO), "{\"reason\":\"   negentien tekens!!!   \"}"))
        .isEqualTo(new Outcome.Invalid(List.of(new Fault("/reason", "reason.tooShort"))));
    assertThat(
            open(session(SEM, Duration.ZERO), "{\"reason\":\"" + "a".repeat(2001) + "\",\"x\":1}"))
        .isEqualTo(
            new Outcome.Invalid(
                List.of(new Fault("/x", "field.unknown"), new Fault("/reason", "text.tooLong"))));
    assertThat(plugin.emergencies.of(School.ID)).isEmpty();
  }

  @Test
  @Covers("A04")
  void whereNobodyElseWouldBeToldNothingOpens() {
    for (StaffMember told : List.of(PETRA, FEMKE)) {
      school.gone.add(told.id());
      assertThat(opened(session(SEM, Duration.ZERO)))
          .isEqualTo(Outcome.Refused.because("emergency.nobodyTold"));
      school.gone.clear();
    }
    assertThat(plugin.emergencies.of(School.ID)).isEmpty();
  }

  @Test
  @Covers({"A04", "A07"})
  void whatCannotBeWrittenDownDoesNotOpen() {
    Fresh sem = session(SEM, Duration.ZERO);
    plugin.emergencies.broken = true;
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> opened(sem));
    plugin.emergencies.broken = false;
    assertThat(kinds(sem)).doesNotContain("FamilyInformation");

    plugin.log.breakDown();
    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> opened(sem));
    assertThat(plugin.emergencies.of(School.ID)).isEmpty();
  }

  @Test
  @Covers({"A04", "A.12.1"})
  void theWholeDossierOnPaperIsForNobodyInAnEmergency() {
    school.standIn = STRANGER.id();
    Fresh stranger = session(STRANGER, Duration.ZERO);
    opened(stranger);

    assertThat(page(stranger).me().may()).extracting(Enum::name).doesNotContain("PRINT_CHRONOLOGY");
  }

  @Test
  @Covers("P6")
  void whatWasUsedBeforeAMergerIsReviewedAfterIt() {
    opened(session(SEM, Duration.ZERO));
    SchoolId next = new SchoolId("99ND");
    plugin.mergers.keep(new Mergers(Map.of(School.ID, next)));
    Visitor femke =
        new Visitor(
            new Person(FEMKE.id(), next, FEMKE.roles()), next, school.staff(School.ID), DUTCH);
    UUID id = read.of(femke).orElseThrow().get(0).access().id();

    assertThat(review.review(femke, id, bytes("{\"justified\":true,\"note\":\"Ja.\"}")))
        .isInstanceOf(Outcome.Opened.class);
  }

  @Test
  @Covers({"A04", "S10"})
  void itIsForCareCoordinatorAndSafeguardingOfficerAndBeatenByBeingTooClose() {
    for (StaffMember other : List.of(ANJA, PETRA)) {
      assertThat(opened(session(other, Duration.ZERO))).isInstanceOf(Outcome.Forbidden.class);
    }
    assertThat(opened(session(TIM, Duration.ZERO))).isEqualTo(new Outcome.NotThere());
    Fresh nora = session(NORA, Duration.ZERO);
    assertThat(opened(nora)).isInstanceOf(Outcome.Opened.class);

    plugin.recorded(
        PETRA,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Zus van moeder.","on":"2026-02-09"}"""
            .formatted(NORA.id()));

    assertThat(page(nora).hidden()).isTrue();
    assertThat(opened(session(NORA, Duration.ZERO))).isEqualTo(new Outcome.NotThere());
  }

  @Test
  @Covers({"A04", "A08"})
  void headAndOfficerAreToldAndTheLogSaysWhatWasSeenBecauseOfIt() {
    Fresh sem = session(SEM, Duration.ZERO);
    opened(sem);
    page(sem);

    var head = read.of(visitor(PETRA)).orElseThrow();
    assertThat(head).singleElement().satisfies(one -> assertThat(one.mayReview()).isTrue());
    assertThat(head.get(0).pupil()).isEqualTo("Lotte Hendriks");
    assertThat(head.get(0).reason()).contains("vader staat op het plein");
    var officer = read.of(visitor(FEMKE)).orElseThrow();
    assertThat(officer).singleElement().satisfies(one -> assertThat(one.mayReview()).isTrue());
    assertThat(officer.get(0).pupil()).isNull();
    assertThat(officer.get(0).reason()).isNull();
    for (StaffMember other : List.of(SEM, NORA, ANJA, TIM)) {
      assertThat(read.of(visitor(other))).as(other.name()).isEmpty();
    }
    assertThat(plugin.log.events())
        .filteredOn(event -> SEM.id().equals(event.staff()))
        .extracting(Event::what, Event::rule)
        .containsSequence(
            tuple(What.EMERGENCY, "BREAK_GLASS.AF"), tuple(What.READ, "READ_C1.AF.EMERGENCY"));
  }

  @Test
  @Covers({"A.12.2", "S10"})
  void aHeadWhoIsTooCloseIsNotToldAndDoesNotReview() {
    opened(session(SEM, Duration.ZERO));
    plugin.recorded(
        NORA,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom.","on":"2026-02-09"}"""
            .formatted(PETRA.id()));

    assertThat(read.of(visitor(PETRA)).orElseThrow()).isEmpty();
    UUID id = plugin.emergencies.of(School.ID).get(0).id();
    assertThat(review(PETRA, id, true)).isEqualTo(new Outcome.NotThere());
    assertThat(read.of(visitor(FEMKE)).orElseThrow()).hasSize(1);
    assertThat(opened(session(SEM, Duration.ZERO)))
        .as("she does not count as the head who is told")
        .isEqualTo(Outcome.Refused.because("emergency.nobodyTold"));
  }

  @Test
  @Covers({"A04", "A.12.2"})
  void aHeadWhoIsTooCloseInAnEarlierDossierDoesNotCountAsTold() {
    plugin.dossiers.append(NewEntries.of(School.ID, LOTTE).signal("nieuw"));
    plugin.recorded(
        NORA,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":true,"reason":"Oom.","on":"2026-02-09"}"""
            .formatted(PETRA.id()));
    var all = plugin.dossiers.of(School.ID, LOTTE);
    String secret = session(SEM, Duration.ZERO).secret();
    Instant now = school.clock().instant();
    var other =
        new Sessions.Context(School.ID, LOTTE, DUTCH).choosing(all.get(all.size() - 1).id());
    Fresh sem = new Fresh(secret, sessions.open(secret, other, now));

    assertThat(opened(sem)).isEqualTo(Outcome.Refused.because("emergency.nobodyTold"));
  }

  @Test
  @Covers("A05")
  void nobodyReviewsTheirOwnAndWhoeverElseDoesItDoesItOnce() {
    StaffMember both =
        new StaffMember(SEM.id(), SEM.name(), Set.of(Role.AF, Role.DIR, Role.FG), Set.of());
    Outcome.Opened opened = (Outcome.Opened) opened(session(SEM, Duration.ZERO));
    UUID id = opened.access().id();

    assertThat(review(both, id, true)).isEqualTo(Outcome.Refused.because("emergency.own"));
    assertThat(review(NORA, id, true)).isEqualTo(new Outcome.NotThere());
    assertThat(review(PETRA, UUID.randomUUID(), true)).isEqualTo(new Outcome.NotThere());
    assertThat(review.review(visitor(PETRA), id, bytes("{\"justified\":true,\"note\":\" \"}")))
        .isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.emergencies.of(School.ID).get(0).review()).isNull();

    assertThat(review(FEMKE, id, false)).isInstanceOf(Outcome.Opened.class);
    assertThat(review(PETRA, id, true)).isEqualTo(Outcome.Refused.because("emergency.reviewed"));
    assertThat(read.of(visitor(PETRA)).orElseThrow().get(0).mayReview()).isFalse();
    assertThat(read.of(visitor(PETRA)).orElseThrow().get(0).note()).isEqualTo("Gezien.");
    assertThat(read.of(visitor(FEMKE)).orElseThrow().get(0).note()).isNull();
    assertThat(plugin.log.events()).extracting(Event::what).containsOnlyOnce(What.EMERGENCY_REVIEW);
  }

  @Test
  @Covers({"A.12.5", "S11"})
  void whoStandsInFromAnotherSchoolOpensOneDossierAndLearnsNothingBefore() {
    school.standIn = STRANGER.id();
    Fresh stranger = session(STRANGER, Duration.ZERO);
    assertThat(page(stranger).hidden()).isTrue();
    assertThat(page(stranger).me().may()).extracting(Enum::name).contains("BREAK_GLASS");
    assertThat(page(stranger).own()).isEmpty();

    assertThat(opened(stranger)).isInstanceOf(Outcome.Opened.class);

    assertThat(kinds(stranger)).contains("DossierOpened", "FamilyInformation");
    assertThat(page(stranger).me().may())
        .extracting(Enum::name)
        .doesNotContain("WEIGH", "DECIDE", "CONSULT", "CORRECT_OTHERS");
    Fresh elsewhere = session(STRANGER, Duration.ZERO, School.FINN);
    assertThat(page(elsewhere).hidden()).isTrue();
    assertThat(opened(elsewhere)).as("told all the same").isInstanceOf(Outcome.Opened.class);
    assertThat(plugin.emergencies.of(School.ID)).hasSize(2);
    assertThat(page(elsewhere).hidden()).isTrue();

    school.standIn = null;
    assertThat(callers.find(stranger.secret(), stranger.context())).isEmpty();
  }

  @Test
  @Covers("R10")
  void theSameRequestTwiceIsOneAndDoesNotLastLonger() {
    Fresh sem = session(SEM, Duration.ZERO);
    UUID key = UUID.randomUUID();
    Outcome first = open.open(caller(sem), bytes(REASON), key);
    school.later(Duration.ofMinutes(2));

    assertThat(open.open(caller(sem), bytes(REASON), key)).isEqualTo(first);
    assertThat(open.open(caller(sem), bytes(REASON.replace("vader", "moeder")), key))
        .isEqualTo(new Outcome.KeyReused());
    assertThat(plugin.emergencies.of(School.ID)).hasSize(1);
  }

  private record Fresh(String secret, String context) {}

  private Fresh session(StaffMember member, Duration sinceSignIn) {
    return session(member, sinceSignIn, LOTTE);
  }

  private Fresh session(StaffMember member, Duration sinceSignIn, PupilId pupil) {
    Instant now = school.clock().instant();
    String secret =
        sessions.begin(new Sessions.Session("stichting", member.id(), now.minus(sinceSignIn), now));
    return new Fresh(
        secret, sessions.open(secret, new Sessions.Context(School.ID, pupil, DUTCH), now));
  }

  private Caller caller(Fresh one) {
    return callers.find(one.secret(), one.context()).orElseThrow();
  }

  private Outcome opened(Fresh one) {
    return open(one, REASON);
  }

  private Outcome open(Fresh one, String body) {
    return open.open(caller(one), bytes(body), UUID.randomUUID());
  }

  private PageView page(Fresh one) {
    return plugin.showDossier.show(caller(one)).view();
  }

  private Set<String> kinds(Fresh one) {
    var dossier = page(one).dossier();
    Set<String> kinds = new HashSet<>();
    if (dossier != null) {
      dossier.entries().stream().map(EntryRow::kind).forEach(kinds::add);
    }
    return kinds;
  }

  private Outcome review(StaffMember by, UUID id, boolean justified) {
    String body = "{\"justified\":" + justified + ",\"note\":\"Gezien.\"}";
    return review.review(visitor(by), id, bytes(body));
  }

  private Visitor visitor(StaffMember member) {
    return new Visitor(
        school.caller(member).person(),
        School.ID,
        school.staff(School.ID),
        school.caller(member).locale());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
