package nl.meldcode.adapter.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Closure;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.StepWaiver;
import nl.meldcode.domain.entry.WaiverGround;
import nl.meldcode.domain.protocol.Facts;
import nl.meldcode.domain.protocol.Finding;
import nl.meldcode.domain.protocol.Message;
import nl.meldcode.domain.protocol.Severity;
import nl.meldcode.domain.protocol.Timing;

/** Scope-2013 as a program: the same findings from rules that are written out by hand. */
final class HandTable {
  private static final List<HandRule> OPENING = HandRules.opening();
  private static final List<HandRule> GENERAL = HandRules.general();
  private static final Map<Step, List<HandRule>> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put(Step.SIGNALS, HandRules.signals());
    STEPS.put(Step.CONSULTATION, HandRules.consultation());
    STEPS.put(Step.PARENTS, HandRulesLater.parents());
    STEPS.put(Step.WEIGHING, HandRulesLater.weighing());
    STEPS.put(Step.DECISION, HandRulesLater.decision());
    STEPS.put(Step.AFTER_REPORT, HandAfter.rules());
  }

  private HandTable() {}

  static List<Finding> findings(Facts facts, LocalDate today) {
    HandCase at = new HandCase(facts, today);
    List<Finding> found = new ArrayList<>();
    if (!facts.dossier().isOpen()) {
      OPENING.forEach(rule -> rule.into(at, found, false));
      return found;
    }
    Set<String> accepted = new HashSet<>();
    facts
        .dossier()
        .closure()
        .ifPresent(
            one -> one.entry().acceptedGaps().forEach(gap -> accepted.add(requirement(gap))));
    GENERAL.forEach(rule -> rule.into(at, found, false));
    Set<Step> later = EnumSet.noneOf(Step.class);
    boolean allBefore = true;
    for (Map.Entry<Step, List<HandRule>> step : STEPS.entrySet()) {
      if (waived(at, step.getKey())) {
        continue;
      }
      int before = found.size();
      step.getValue().forEach(rule -> rule.into(at, found, advises(at, rule)));
      boolean missing = false;
      for (int i = before; i < found.size(); i++) {
        Finding one = found.get(i);
        missing |= one.severity() != Severity.ADVICE && !accepted.contains(one.requirement());
      }
      if (step.getKey() != Step.AFTER_REPORT
          && missing
          && !allBefore
          && !begun(at, step.getKey())) {
        later.add(step.getKey());
      }
      allBefore &= !missing;
    }
    return finished(at, found, accepted, later);
  }

  private static List<Finding> finished(
      HandCase at, List<Finding> found, Set<String> accepted, Set<Step> later) {
    List<Finding> all = new ArrayList<>();
    for (Finding one : found) {
      if (!accepted.contains(one.requirement())) {
        boolean quiet = one.step() != null && later.contains(one.step());
        all.add(quiet ? at(one) : one);
      }
    }
    if (at.calendarEnded()) {
      all.add(
          new Finding(
              "calendar",
              null,
              Severity.ADVICE,
              new Message("finding.calendar", List.of()),
              Set.of(),
              null,
              "why.calendar",
              null,
              null,
              Timing.NOW,
              Set.of()));
    }
    return all;
  }

  private static Finding at(Finding one) {
    return new Finding(
        one.requirement(),
        one.step(),
        one.severity(),
        one.message(),
        one.mayAct(),
        one.due(),
        one.why(),
        one.metBy(),
        one.entry(),
        Timing.UPCOMING,
        Set.of());
  }

  private static String requirement(Closure.AcceptedGap gap) {
    return gap.requirement();
  }

  private static boolean advises(HandCase at, HandRule rule) {
    return switch (rule.id()) {
      case "S2.2", "S4.5", "S4.6a" -> at.noBehaviour();
      case "S3.11" -> !at.decided(Decision.Choice.REPORT) || at.overridden();
      default -> false;
    };
  }

  private static boolean begun(HandCase at, Step step) {
    for (Recorded one : at.entries()) {
      Kind kind = one.entry().kind();
      if (kind.step() == step && kind != Kind.GUARDIAN_CONFIRMED) {
        return true;
      }
    }
    return false;
  }

  private static boolean emergencyBefore(HandCase at, Recorded waiver) {
    return at.of(Kind.EMERGENCY_ACTION).stream().anyMatch(one -> one.seq() < waiver.seq());
  }

  private static boolean waived(HandCase at, Step step) {
    if (step != Step.CONSULTATION && step != Step.PARENTS) {
      return false;
    }
    Kind until = step == Step.PARENTS ? Kind.PARENT_MEETING : Kind.CONSULTATION;
    for (Recorded one : at.of(Kind.STEP_WAIVER)) {
      StepWaiver waiver = (StepWaiver) one.entry();
      boolean ground =
          step == Step.PARENTS
              || (waiver.ground() == WaiverGround.URGENCY && emergencyBefore(at, one));
      if (waiver.step() == step
          && ground
          && HandRules.MANAGEMENT.contains(one.role())
          && !at.after(one, until)) {
        return true;
      }
    }
    return false;
  }
}
