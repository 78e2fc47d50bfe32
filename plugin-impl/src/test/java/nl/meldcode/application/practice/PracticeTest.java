package nl.meldcode.application.practice;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.HostDelivery;
import nl.meldcode.application.RelayToHost;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.destruction.DestroyDecided;
import nl.meldcode.application.destruction.ReadDestructions;
import nl.meldcode.application.port.Capability;
import nl.meldcode.application.port.Erasures;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostRecord;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilName;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.DossierView;
import nl.meldcode.application.view.PageView;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import nl.meldcode.domain.practice.Practice;
import org.junit.jupiter.api.Test;

/** A dossier to practise on is a whole one, and nothing of it gets out. */
class PracticeTest {
  private static final PupilId PUPIL = Practice.pupil(School.ID, 1);
  private static final String OPENED =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"%s","concerns":["CHILD_ABUSE"]}""";

  private final TestPlugin plugin = new TestPlugin();
  private final RealDossiers real = new RealDossiers(plugin.dossiers);
  private final Gate gate =
      new Gate(
          new Policy(AccessFile.shipped(), plugin.school.clock()),
          plugin.log,
          plugin.school.clock());

  private Caller caller(StaffMember member) {
    return caller(member, PUPIL);
  }

  private Caller caller(StaffMember member, PupilId pupil) {
    return new Caller(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        pupil,
        plugin.roster.around(School.ID, pupil),
        Locale.forLanguageTag("nl"),
        null,
        new SignIn(true, null),
        false);
  }

  private Visitor visitor(StaffMember member, boolean practises) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        plugin.school.staff(School.ID),
        Locale.forLanguageTag("nl"),
        practises);
  }

  private DossierView dossier(StaffMember member) {
    return Objects.requireNonNull(plugin.showDossier.show(caller(member)).view().dossier());
  }

  private Outcome record(Caller caller, String json) {
    List<Dossier> all = plugin.dossiers.of(School.ID, caller.pupil());
    Long version = all.isEmpty() ? null : (Long) all.get(all.size() - 1).version();
    return plugin.recordEntry.record(
        caller, json.getBytes(StandardCharsets.UTF_8), new Request(UUID.randomUUID(), version));
  }

  private String recorded(StaffMember member, String json) {
    return plugin.recorded(member, PUPIL, json);
  }

  /** From the opening to the answer of one guardian; a teacher of no group of it does the talk. */
  private void practised() {
    recorded(TIM, OPENED.formatted("HOME"));
    String talk =
        recorded(
            TIM,
            """
            {"kind":"ParentMeeting","on":"2026-02-09","place":"school","schoolParticipants":["%s"],
             "guardiansPresent":["%s"],"pupilPresent":false}"""
                .formatted(TIM.id(), Practice.guardian(PUPIL, 1)));
    String report =
        recorded(
            ANJA,
            """
            {"kind":"MeetingReport","meeting":"%s","text":"Wij spraken.","agreements":[]}"""
                .formatted(talk));
    String digest = plugin.digest(PUPIL, report);
    recorded(
        SEM,
        """
        {"kind":"Acknowledgement","report":"%s","documentSha256":"%s","guardian":"%s",
         "method":"ON_SCREEN","on":"2026-02-09","status":"ONDERTEKEND","signedName":"Oefenmoeder"}"""
            .formatted(report, digest, Practice.guardian(PUPIL, 1)));
  }

  @Test
  @Covers("P8")
  void everybodyWhoWorksInDossiersDoesTheOwnPartAndTheStepsMoveOn() {
    practised();
    PageView page = plugin.showDossier.show(caller(TIM)).view();

    assertThat(page.pupil().practice()).isTrue();
    assertThat(page.pupil().age()).isEqualTo(9);
    assertThat(page.guardians()).hasSize(2);
    assertThat(page.dossier()).isNotNull();
    assertThat(page.me().may()).contains(Action.TALK_WITH_PARENTS, Action.CONSULT);
    assertThat(plugin.showDossier.show(caller(PETRA)).view().me().may())
        .contains(Action.DECIDE, Action.WEIGH, Action.CLOSE);
    assertThat(plugin.page(NORA).pupil().practice()).as("Lotte").isFalse();
  }

  @Test
  @Covers("P8")
  void nothingOfItLeavesForTheHost() {
    practised();
    RelayToHost relay =
        new RelayToHost(
            plugin.deliveries,
            plugin.dossiers,
            new HostDelivery(
                plugin.attachments,
                new NothingArrives(),
                () -> new HostCapabilities(Set.of(Capability.values()))),
            plugin.school.clock(),
            new Random(1));
    relay.run();

    assertThat(plugin.deliveries.due(plugin.school.clock().instant(), 10)).isEmpty();
    assertThat(dossier(TIM).deliveries())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.message()).startsWith("Oefening:"));
  }

  private static final class NothingArrives implements HostRecord {
    @Override
    public void storeReport(ReportItem item, byte[] pdf) {
      throw new AssertionError("a report left");
    }

    @Override
    public void storeAcknowledgement(AcknowledgementItem item) {
      throw new AssertionError("an answer left");
    }

    @Override
    public void release(ReleaseItem item) {
      throw new AssertionError("a release left");
    }
  }

  @Test
  @Covers("P8")
  void theHostIsNeverAskedOfSuchAPupil() {
    Roster host =
        (Roster)
            Proxy.newProxyInstance(
                Roster.class.getClassLoader(),
                new Class<?>[] {Roster.class},
                (proxy, method, arguments) -> {
                  for (Object one : arguments == null ? new Object[0] : arguments) {
                    assertThat(one instanceof PupilId pupil && Practice.is(pupil))
                        .as(method.getName())
                        .isFalse();
                  }
                  return method.invoke(plugin.school, arguments);
                });
    Roster roster = new PracticeRoster(host, new Texts(), plugin.school.clock());

    assertThat(roster.around(School.ID, PUPIL)).isEqualTo(roster.known(School.ID, PUPIL));
    assertThat(roster.isPupil(School.ID, PUPIL)).isTrue();
    assertThat(roster.kin(School.ID, PUPIL)).isEqualTo(Kin.none(PUPIL));
    assertThat(roster.leftOn(School.ID, PUPIL)).isEmpty();
    assertThat(roster.observations(PUPIL, ANJA.id())).isEmpty();
    assertThat(roster.schoolmates(School.ID, PUPIL)).hasSize(2);
    assertThat(roster.pupils(School.ID)).extracting(PupilName::id).noneMatch(Practice::is);
    assertThat(roster.groups(School.ID).keySet()).noneMatch(Practice::is);
  }

  @Test
  @Covers({"P8", "P7"})
  void itIsOnNoListAndLinkedToNobody() {
    practised();
    plugin.school.kin =
        pupil -> new Kin(pupil, List.of(new Tie(PUPIL, Basis.REGISTERED, Set.of())), Set.of());
    plugin.recorded(NORA, OPENED.formatted("HOME"));
    plugin.findLinks.of(School.ID, PUPIL);
    plugin.findLinks.of(School.ID, LOTTE);

    assertThat(plugin.readWorkList.of(visitor(NORA, false)).orElseThrow().rows())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.pupil()).isEqualTo("Lotte Hendriks"));
    assertThat(plugin.showLinks.of(plugin.school.caller(NORA)).orElseThrow()).isEmpty();
    assertThat(plugin.showLinks.of(caller(NORA)).orElseThrow()).isEmpty();
    assertThat(real.pupils()).noneMatch(one -> Practice.is(one.pupil()));
    assertThat(real.find(School.ID, plugin.dossiers.of(School.ID, PUPIL).get(0).id())).isEmpty();
  }

  @Test
  @Covers({"P8", "A05"})
  void whoPractisesADestructionDestroysNothingAndIsOnNoListOfIt() {
    recorded(NORA, OPENED.formatted("HOME"));
    String asked =
        recorded(
            NORA,
            """
            {"kind":"DestructionRequest","requester":"GUARDIAN","on":"2026-02-09","reason":"x"}""");
    Erasures nothing =
        (Erasures)
            Proxy.newProxyInstance(
                Erasures.class.getClassLoader(),
                new Class<?>[] {Erasures.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isNotEqualTo("erase");
                  return List.of();
                });
    ReadDestructions read =
        new ReadDestructions(real, nothing, plugin.mergers, plugin.school, gate);
    assertThat(read.of(visitor(PETRA, false)).orElseThrow().waiting()).isEmpty();

    String decision =
        """
        {"kind":"DestructionDecision","request":"%s","choice":"DESTROY","motivation":"x"}"""
            .formatted(asked);
    assertThat(record(caller(PETRA), decision)).isInstanceOf(Outcome.Done.class);
    DestroyDecided destroy = new DestroyDecided(real, nothing, plugin.log, plugin.school.clock());
    destroy.of(School.ID, List.of(PUPIL));
    destroy.all();
    assertThat(plugin.dossiers.of(School.ID, PUPIL)).hasSize(1);
  }

  @Test
  @Covers("P8")
  void itsPapersAreTheMarkedOnes() {
    practised();
    assertThat(plugin.marked.reports).hasSize(1);
    assertThat(plugin.marked.reactions).hasSize(1);
    assertThat(plugin.documents.reports).isEmpty();
    assertThat(plugin.documents.reactions).isEmpty();
  }

  @Test
  @Covers({"P8", "O14"})
  void anIncidentIsAmongChildrenOfOneKindOnly() {
    List<PupilName> choices = plugin.choices.pupils(caller(NORA)).orElseThrow();
    assertThat(choices).hasSize(2).allSatisfy(one -> assertThat(Practice.is(one.id())).isTrue());
    PupilId mate = choices.get(0).id();

    assertThat(record(caller(NORA), incident(PUPIL, LOTTE))).isInstanceOf(Outcome.Invalid.class);
    assertThat(record(caller(NORA, LOTTE), incident(LOTTE, PUPIL)))
        .isInstanceOf(Outcome.Invalid.class);
    assertThat(plugin.dossiers.pupils()).isEmpty();

    assertThat(record(caller(NORA), incident(PUPIL, mate))).isInstanceOf(Outcome.Done.class);
    assertThat(plugin.dossiers.of(School.ID, mate)).hasSize(1);
    assertThat(dossier(NORA).incidents().get(0).pupils())
        .extracting(one -> one.name())
        .contains("Oefenklasgenoot Een");
  }

  private static String incident(PupilId... pupils) {
    return """
        {"kind":"Incident","incident":"%s","on":"2026-02-09","facts":"Er werd geduwd.",
         "concerns":["AGGRESSION"],"frequency":"INCIDENTAL","seriousness":"SERIOUS",
         "pupils":["%s","%s"],"parts":[{"pupil":"%s","text":"a"},{"pupil":"%s","text":"b"}]}"""
        .formatted(UUID.randomUUID(), pupils[0], pupils[1], pupils[0], pupils[1]);
  }

  @Test
  @Covers({"P8", "A04", "B.10"})
  void whatOthersWouldBeToldOfIsLeftOut() {
    for (Action action : List.of(Action.BREAK_GLASS, Action.REFER_TO_BOARD)) {
      assertThat(plugin.showDossier.show(caller(SEM)).view().me().may()).doesNotContain(action);
      assertThat(gate.policy().decide(visitor(SEM, true), action).permitted()).isFalse();
      assertThat(plugin.page(SEM).me().may()).contains(action);
      assertThat(gate.policy().decide(visitor(SEM, false), action).permitted()).isTrue();
    }
  }

  @Test
  @Covers({"P8", "A07", "S19"})
  void eachLookIsLoggedAsPracticeAndCountsAsNoLookUp() {
    StaffMember many =
        new StaffMember(new StaffId(UUID.randomUUID()), "x", Set.of(Role.IB), Set.of());
    for (int round = 1; round <= 100; round++) {
      plugin.showDossier.show(caller(many, Practice.pupil(School.ID, round)));
    }
    assertThat(plugin.log.events())
        .hasSize(100)
        .allSatisfy(one -> assertThat(one.rule()).isEqualTo("READ_C1.IB.PRACTICE"));
  }
}
