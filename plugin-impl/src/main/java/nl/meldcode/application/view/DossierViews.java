package nl.meldcode.application.view;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.view.DossierView.ProtocolRow;
import nl.meldcode.application.view.DossierView.TeamRow;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.ContentClass;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.DossierState;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Team;
import nl.meldcode.domain.entry.CoachNamed;
import nl.meldcode.domain.entry.ConcernKind;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Assessment;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.StepState;
import org.jspecify.annotations.Nullable;

/** Builds the view of one dossier for one caller. */
final class DossierViews {
  private final Policy policy;
  private final Caller caller;
  private final Words words;
  private final Dossier dossier;
  private final Family family;

  DossierViews(Policy policy, Caller caller, Words words, Dossier dossier) {
    this.policy = policy;
    this.caller = caller;
    this.words = words;
    this.dossier = dossier;
    this.family = caller.around().family().confirmedBy(dossier);
  }

  DossierView view(
      Facts facts,
      Assessment assessment,
      Set<String> asks,
      List<IncidentRow> incidents,
      Deliveries.State delivered,
      ZoneId zone) {
    FindingRows findingRows = new FindingRows(caller, words, family, dossier);
    Predicate<Finding> told = told();
    List<FindingRow> findings = findings(assessment, told, findingRows);
    Optional<NextRow> next = findingRows.next(findings);
    DeliveryRows deliveries = new DeliveryRows(delivered, dossier, words, zone);
    Reports reports = new Reports(dossier).upTo(policy.readsUpTo(caller, dossier, Action.READ_C2));
    return new DossierView(
        dossier.id().toString(),
        dossier.version(),
        state(policy, caller, dossier),
        dossier.opened().map(one -> one.entry().route()).orElse((Route) null),
        dossier.openedOn().orElse(null),
        dossier.opened().map(one -> one.entry().concerns()).orElse(Set.<ConcernKind>of()),
        protocol(asks),
        assessment.steps().stream()
            .filter(one -> one.step() != Step.AFTER_REPORT || mayKnow(one.step()))
            .map(one -> step(one, isTold(one, assessment, told), findingRows))
            .toList(),
        dossier.state() == DossierState.SIGNALS ? null : facts.level(),
        findings,
        reads(Action.READ_C3) ? findingRows.of(assessment.gaps()) : List.of(),
        next.orElse(null),
        next.filter(one -> !one.mine())
            .flatMap(one -> findingRows.forReader(findings))
            .orElse(null),
        new EntryRows(policy, caller, words).of(dossier),
        new ReportViews(words, deliveries).of(reports, family),
        deliveries.of(reports, family),
        new TaskRows(policy, caller, words).of(dossier),
        team(),
        incidents,
        conclusion());
  }

  /** What the reader can do of what is asked now, or by a day that is known. */
  List<FindingRow> todo(Assessment assessment) {
    FindingRows rows = new FindingRows(caller, words, family, dossier);
    return rows.asked(findings(assessment, told(), rows))
        .filter(FindingRow::mine)
        .filter(one -> !one.upcoming() || one.dueOn() != null)
        .toList();
  }

  private static List<FindingRow> findings(
      Assessment assessment, Predicate<Finding> told, FindingRows rows) {
    return rows.of(assessment.findings().stream().filter(told).toList());
  }

  /** Of what the reader is told: what an entry still lacks tells that it is there. */
  private Predicate<Finding> told() {
    Set<Kind> unread =
        dossier.entries().stream()
            .filter(one -> one.entry().contentClass().compareTo(ContentClass.C2) > 0)
            .filter(one -> !policy.mayRead(caller, dossier, one))
            .map(one -> one.entry().kind())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    return one -> mayKnow(one.step()) && (one.metBy() == null || !unread.contains(one.metBy()));
  }

  /** What stands beside a step can be what it lacks. */
  private boolean isTold(StepState state, Assessment assessment, Predicate<Finding> told) {
    return mayKnow(state.step())
        && assessment.findings().stream().filter(one -> one.step() == state.step()).allMatch(told);
  }

  /** The guardians, for who may read what was discussed with them. */
  List<PageView.GuardianRow> guardians() {
    return family.guardians().stream()
        .map(
            one ->
                new PageView.GuardianRow(
                    one.id().toString(), one.name(), one.relation(), one.authority()))
        .toList();
  }

  /** Of a report a teacher is told nothing, so neither of what it asks (A.12, 3 and 25). */
  private boolean mayKnow(@Nullable Step step) {
    return step == null || step.compareTo(Step.DECISION) < 0 || reads(Action.READ_C3);
  }

  private boolean reads(Action reading) {
    return policy.decide(caller, reading, Optional.of(dossier)).permitted();
  }

  /** A teacher is not told of a report, only that management is dealing with it (A.12, 25). */
  static DossierState state(Policy policy, Caller caller, Dossier dossier) {
    DossierState state = dossier.state();
    boolean hidden = state == DossierState.REPORTED || state == DossierState.MONITORING;
    return hidden && !policy.decide(caller, Action.READ_C3, Optional.of(dossier)).permitted()
        ? DossierState.DECIDED
        : state;
  }

  private ProtocolRow protocol(Set<String> asks) {
    return new ProtocolRow(dossier.protocol().toString(), words.say("protocol.title"), asks);
  }

  private StepRow step(StepState state, boolean isTold, FindingRows findingRows) {
    String status = state.status().name().toLowerCase(Locale.ROOT);
    var detail = state.detail();
    return new StepRow(
        state.step().id(),
        status,
        words.say("view.state." + status),
        detail == null || !isTold ? null : findingRows.say(detail));
  }

  private List<TeamRow> team() {
    Optional<String> coach =
        dossier.latest(CoachNamed.class).map(one -> one.entry().coach().toString());
    return caller.around().staff().members().stream()
        .filter(this::onTeam)
        .map(
            member ->
                new TeamRow(
                    member.name(),
                    coach.filter(member.id().toString()::equals).isPresent()
                        ? words.say("view.coach", words.function(member))
                        : words.function(member)))
        .toList();
  }

  private boolean onTeam(StaffMember member) {
    boolean byRole =
        member.roles().contains(Role.IB)
            || member.roles().contains(Role.AF)
            || member.roles().contains(Role.DIR);
    boolean teaches = member.groups().stream().anyMatch(caller.around().pupil().groups()::contains);
    Team team = new Team(dossier);
    return !team.inConflict(member.id()) && (byRole || teaches || team.includes(member.id()));
  }

  /** The last conclusion in words, for who may not read why. */
  private @Nullable String conclusion() {
    if (reads(Action.READ_C3)) {
      return null;
    }
    List<Recorded> entries = dossier.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Optional<String> key = EntryRows.conclusion(dossier.standing(entries.get(i)));
      if (key.isPresent()) {
        return words.say(key.get());
      }
    }
    boolean withManagement =
        dossier.entries().stream()
            .map(one -> one.entry().kind().step())
            .anyMatch(step -> step != null && step.compareTo(Step.WEIGHING) >= 0);
    return withManagement ? words.say("view.management") : null;
  }
}
