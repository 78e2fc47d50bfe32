package nl.meldcode.adapter.protocol;

import static nl.meldcode.domain.access.Role.AF;
import static nl.meldcode.domain.access.Role.DIR;
import static nl.meldcode.domain.access.Role.GS;
import static nl.meldcode.domain.access.Role.IB;
import static nl.meldcode.domain.access.Role.LK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.meldcode.adapter.protocol.HandRule.Check;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.EmergencyAction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.term.Term;
import nl.meldcode.domain.term.TermUnit;
import org.jspecify.annotations.Nullable;

/** The first three steps of scope-2013 as a table of rules, written by hand. */
final class HandRules {
  static final Set<Role> ALL = Set.of(LK, GS, IB, AF, DIR);
  static final Set<Role> MANAGEMENT = Set.of(IB, DIR);
  private static final Set<Role> OPENERS = Set.of(LK, IB, AF, DIR);
  private static final Set<Role> CONVENERS = Set.of(IB, AF, DIR);
  private static final Set<Role> COACHES = Set.of(IB, AF);

  private HandRules() {}

  static List<HandRule> opening() {
    Check check =
        (at, tell) -> {
          boolean asked = at.repeated() || at.atLeast(Seriousness.STRIKING);
          if (asked && !at.has(Kind.DOSSIER_OPENED)) {
            tell.plain();
          }
        };
    return List.of(advice("S0.3", null, Kind.DOSSIER_OPENED, OPENERS, check));
  }

  static List<HandRule> general() {
    Term day = new Term(1, TermUnit.WORKING_DAY);
    return List.of(
        rule("S0.6", null, Kind.HANDOVER_ACCEPTED, MANAGEMENT, HandRules::handover),
        within("B5.2", null, Kind.MANAGEMENT_RESPONSE, MANAGEMENT, day, HandRules::response),
        advice(
            "B5.1",
            null,
            Kind.EMERGENCY_ACTION,
            ALL,
            any(Kind.EMERGENCY_ACTION, "outcome", one -> given(((EmergencyAction) one).outcome()))),
        rule(
            "S0.4",
            null,
            Kind.DOSSIER_OPENED,
            OPENERS,
            unless(Kind.DOSSIER_OPENED, Kind.INCIDENT)));
  }

  private static void handover(HandCase at, HandRule.Tell tell) {
    boolean asked = at.repeated() || at.atLeast(Seriousness.STRIKING);
    if (asked && !at.has(Kind.HANDOVER_ACCEPTED)) {
      tell.plain();
    }
  }

  private static void response(HandCase at, HandRule.Tell tell) {
    Recorded last = at.lastRecorded(Kind.EMERGENCY_ACTION);
    if (last != null && !at.after(last, Kind.MANAGEMENT_RESPONSE)) {
      var on = HandCase.dayOf(last);
      tell.since(on, false, List.of(new Argument.Day(on)));
    }
  }

  static List<HandRule> signals() {
    Step step = Step.SIGNALS;
    Kind overview = Kind.SIGNAL_OVERVIEW;
    List<HandRule> all = new ArrayList<>();
    all.add(rule("S1.1", step, Kind.SIGNAL, ALL, unless(Kind.SIGNAL, Kind.INCIDENT)));
    all.add(
        rule(
            "S1.2",
            step,
            Kind.SIGNAL,
            ALL,
            any(Kind.SIGNAL, "facts", one -> given(((Signal) one).facts()))));
    all.add(advice("S1.3", step, null, ALL, HandRules::inTime));
    all.add(rule("S1.7", step, overview, ALL, unless(overview, overview)));
    all.add(overview("S1.7a", "what", one -> given(one.what())));
    all.add(overview("S1.7b", "frequency", one -> true));
    all.add(overview("S1.7c", "situations", one -> given(one.situations())));
    all.add(overview("S1.7d", "others", one -> true));
    all.add(
        overview(
            "S1.7e", "development", one -> one.developmentUnknown() || given(one.development())));
    all.add(
        advice(
            "S1.7e.unknown",
            step,
            overview,
            ALL,
            (at, tell) -> {
              SignalOverview last = at.last(overview, SignalOverview.class);
              boolean open = last != null && last.developmentUnknown();
              if (open && !at.consulted(ConsultLevel.EXPERT_ADVICE)) {
                tell.of(new Argument.Word("field.SignalOverview.developmentKnown"));
              }
            }));
    all.add(advice("S1.9", step, null, Set.of(AF, DIR), HandRules::checklist));
    all.add(rule("S1.9.list", step, Kind.SIGNAL_CHECKLIST, ALL, HandRules::checked));
    all.add(advice("S0.9", step, Kind.SIGNAL, ALL, HandRules::seen));
    return all;
  }

  private static void inTime(HandCase at, HandRule.Tell tell) {
    for (Recorded one : at.of(Kind.SIGNAL)) {
      var observed = ((Signal) one.entry()).observedOn();
      var due = at.calendar().due(observed, new Term(5, TermUnit.SCHOOL_DAY));
      var recorded = HandCase.recordedOn(one);
      if (due.isPresent() && recorded.isAfter(due.get())) {
        tell.of(new Argument.Day(observed), new Argument.Day(recorded));
      }
    }
  }

  private static void checklist(HandCase at, HandRule.Tell tell) {
    if (at.abuseAtHome() && !at.facts().filledLists().contains("signalChecklist")) {
      tell.plain();
    }
  }

  private static void checked(HandCase at, HandRule.Tell tell) {
    boolean asked = at.abuseAtHome() && at.facts().filledLists().contains("signalChecklist");
    if (asked && !at.has(Kind.SIGNAL_CHECKLIST)) {
      tell.plain();
    }
  }

  private static void seen(HandCase at, HandRule.Tell tell) {
    if (at.closed()) {
      return;
    }
    var last = at.facts().dossier().openedOn().orElse(null);
    for (Recorded one : at.entries()) {
      boolean tells =
          switch (one.entry().kind()) {
            case SIGNAL, CLASSROOM_ACTION, CHILD_CONVERSATION, RECALL_CHECK -> true;
            default -> false;
          };
      var on = HandCase.recordedOn(one);
      last = tells && (last == null || on.isAfter(last)) ? on : last;
    }
    if (last != null) {
      var due = at.calendar().due(last, new Term(14, TermUnit.DAY_OUTSIDE_VACATION));
      if (due.isPresent() && at.today().isAfter(due.get())) {
        tell.of(new Argument.Day(last));
      }
    }
  }

  static List<HandRule> consultation() {
    Step step = Step.CONSULTATION;
    Kind consultation = Kind.CONSULTATION;
    return List.of(
        consulted("S2.5", ConsultLevel.PEER, ALL),
        consulted("S2.6", ConsultLevel.EXPERT_ADVICE, ALL),
        consulted("S2.7", ConsultLevel.CASE_CONFERENCE, CONVENERS),
        rule("S2.2", step, Kind.FLAG_ASSESSMENT, ALL, HandCriteria::flags),
        advice("S2.8", step, consultation, CONVENERS, HandRules::conference),
        rule("S2.9", step, Kind.GROWTH_DOCUMENT_DECISION, COACHES, HandRules::growthDocument),
        rule("S2.10", step, consultation, CONVENERS, HandRules::parentsThere),
        rule("S2.12", step, Kind.COACH_NAMED, COACHES, HandRules::coach));
  }

  private static void conference(HandCase at, HandRule.Tell tell) {
    every(at, tell, "analysis", one -> given(one.analysis()));
    every(at, tell, "plan", one -> !one.plan().isEmpty());
  }

  private static void parentsThere(HandCase at, HandRule.Tell tell) {
    every(at, tell, "parentsPresent", one -> one.parentsPresent() != null);
  }

  private static void growthDocument(HandCase at, HandRule.Tell tell) {
    boolean outsiders =
        at.of(Kind.CONSULTATION).stream()
            .map(one -> (Consultation) one.entry())
            .anyMatch(one -> one.level() == ConsultLevel.CASE_CONFERENCE && one.externalsPresent());
    if (outsiders && !at.has(Kind.GROWTH_DOCUMENT_DECISION)) {
      tell.plain();
    }
  }

  private static void coach(HandCase at, HandRule.Tell tell) {
    if (at.level().satisfies(ConsultLevel.EXPERT_ADVICE) && !at.has(Kind.COACH_NAMED)) {
      tell.plain();
    }
  }

  private static void every(
      HandCase at, HandRule.Tell tell, String name, Predicate<Consultation.Conference> answered) {
    for (Recorded one : at.of(Kind.CONSULTATION)) {
      Consultation consultation = (Consultation) one.entry();
      Consultation.Conference conference = consultation.conference();
      if (consultation.level() == ConsultLevel.CASE_CONFERENCE
          && (conference == null || !answered.test(conference))) {
        tell.of(new Argument.Word("field.Consultation.conference." + name));
        return;
      }
    }
  }

  private static HandRule consulted(String id, ConsultLevel level, Set<Role> by) {
    return rule(
        id,
        Step.CONSULTATION,
        Kind.CONSULTATION,
        by,
        (at, tell) -> {
          if (at.levelAsked() == level && !at.consulted(level)) {
            tell.plain();
          }
        });
  }

  private static HandRule overview(String id, String name, Predicate<SignalOverview> answered) {
    return rule(
        id,
        Step.SIGNALS,
        Kind.SIGNAL_OVERVIEW,
        ALL,
        last(Kind.SIGNAL_OVERVIEW, SignalOverview.class, name, answered));
  }

  static HandRule point(String id, ParentMeeting.Point point, String name) {
    return rule(
        id,
        Step.PARENTS,
        Kind.PARENT_MEETING,
        ALL,
        any(
            Kind.PARENT_MEETING,
            "points." + name,
            one ->
                ((ParentMeeting) one)
                    .points().stream()
                        .anyMatch(is -> is.point() == point && (is.done() || given(is.note())))));
  }

  static Check unless(Kind first, Kind second) {
    return (at, tell) -> {
      if (!at.has(first) && !at.has(second)) {
        tell.plain();
      }
    };
  }

  static Check any(Kind kind, String name, Predicate<Entry> answered) {
    Argument word = new Argument.Word("field." + kind.jsonName() + "." + name);
    return (at, tell) -> {
      List<Recorded> all = at.of(kind);
      if (!all.isEmpty() && all.stream().noneMatch(one -> answered.test(one.entry()))) {
        open(all.get(all.size() - 1), tell, word);
      }
    };
  }

  /** A call or a report is not made once more to complete what was written down of it. */
  private static void open(Recorded last, HandRule.Tell tell, Argument word) {
    Kind kind = last.entry().kind();
    if (kind == Kind.EMERGENCY_ACTION || kind == Kind.VEILIG_THUIS_REPORT) {
      tell.in(last, word);
    } else {
      tell.of(word);
    }
  }

  static <T extends Entry> Check last(
      Kind kind, Class<T> type, String name, Predicate<T> answered) {
    Argument word = new Argument.Word("field." + kind.jsonName() + "." + name);
    return (at, tell) -> {
      Recorded last = at.lastRecorded(kind);
      if (last != null && !answered.test(type.cast(last.entry()))) {
        open(last, tell, word);
      }
    };
  }

  static HandRule rule(
      String id, @Nullable Step step, @Nullable Kind metBy, Set<Role> by, Check check) {
    return new HandRule(id, step, Severity.MISSING, metBy, by, null, check);
  }

  static HandRule advice(
      String id, @Nullable Step step, @Nullable Kind metBy, Set<Role> by, Check check) {
    return new HandRule(id, step, Severity.ADVICE, metBy, by, null, check);
  }

  static HandRule within(
      String id, @Nullable Step step, @Nullable Kind metBy, Set<Role> by, Term term, Check check) {
    return new HandRule(id, step, Severity.MISSING, metBy, by, term, check);
  }

  static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
