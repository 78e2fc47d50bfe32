package nl.meldcode.adapter.protocol;

import static nl.meldcode.adapter.protocol.HandRules.MANAGEMENT;
import static nl.meldcode.adapter.protocol.HandRules.given;
import static nl.meldcode.adapter.protocol.HandRules.rule;
import static nl.meldcode.adapter.protocol.HandRules.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.meldcode.adapter.protocol.HandRule.Tell;
import nl.meldcode.api.EntryId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Acceptance;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.HelpOffer;
import nl.meldcode.domain.entry.InvestigationStarted;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.RecallCheck;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.Told;
import nl.meldcode.domain.entry.VeiligThuisConclusion;
import nl.meldcode.domain.entry.VeiligThuisConclusion.Conclusion;
import nl.meldcode.domain.entry.VeiligThuisFeedback;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.term.Term;
import nl.meldcode.domain.term.TermUnit;
import org.jspecify.annotations.Nullable;

/** Help that runs, the grounds of a report, and what follows one, looked at by hand. */
final class HandAfter {
  private static final Step STEP = Step.AFTER_REPORT;

  private HandAfter() {}

  static void evaluated(HandCase at, Tell tell) {
    Decision decision = at.last(Kind.DECISION, Decision.class);
    if (decision == null || !decision.organisesHelp()) {
      return;
    }
    for (Recorded one : at.of(Kind.HELP_ARRANGEMENT)) {
      HelpArrangement help = (HelpArrangement) one.entry();
      Recorded evaluated = evaluatedLast(at, one);
      HelpEvaluation last = evaluated == null ? null : (HelpEvaluation) evaluated.entry();
      var again = last == null ? help.reviewOn() : last.nextReviewOn();
      if (last == null || last.improved() == HelpEvaluation.Improved.PARTLY) {
        if (again != null) {
          tell.on(again, new Argument.Day(again));
        }
      } else if (last.improved() == HelpEvaluation.Improved.NO && !stopped(at, one)) {
        tell.called("notHelping");
      }
    }
  }

  /** It did not help, and somebody decided since. */
  static boolean stopped(HandCase at, Recorded arrangement) {
    Recorded evaluated = evaluatedLast(at, arrangement);
    return evaluated != null
        && ((HelpEvaluation) evaluated.entry()).improved() == HelpEvaluation.Improved.NO
        && at.after(evaluated, Kind.DECISION);
  }

  private static @Nullable Recorded evaluatedLast(HandCase at, Recorded arrangement) {
    Recorded last = null;
    for (Recorded one : at.of(Kind.HELP_EVALUATION)) {
      HelpEvaluation evaluation = (HelpEvaluation) one.entry();
      if (evaluation.arrangement().equals(arrangement.id())
          && !evaluation.on().isBefore(((HelpArrangement) arrangement.entry()).reviewOn())) {
        last = one;
      }
    }
    return last;
  }

  static void grounds(HandCase at, Tell tell) {
    if (!at.decided(Decision.Choice.REPORT) || at.overridden()) {
      return;
    }
    HelpOffer offer = at.last(Kind.HELP_OFFER, HelpOffer.class);
    boolean refused =
        offer != null && offer.answers().stream().anyMatch(one -> one.accepted() == Acceptance.NO);
    boolean goesOn = goesOn(at, offer);
    if (refused && goesOn) {
      return;
    }
    if (!refused) {
      tell.called("HELP_REFUSED");
    }
    if (!goesOn) {
      tell.called("NOT_IMPROVED");
    }
  }

  private static boolean goesOn(HandCase at, @Nullable HelpOffer offer) {
    HelpEvaluation last = at.last(Kind.HELP_EVALUATION, HelpEvaluation.class);
    if (last != null) {
      return last.improved() == HelpEvaluation.Improved.NO;
    }
    return offer != null
        && at.of(Kind.SIGNAL).stream()
            .anyMatch(one -> ((Signal) one.entry()).observedOn().isAfter(offer.on()));
  }

  static void signalSince(HandCase at, Tell tell) {
    Recorded report = at.lastRecorded(Kind.VEILIG_THUIS_REPORT);
    if (report != null && at.after(report, Kind.SIGNAL)) {
      tell.of(new Argument.Day(HandCase.dayOf(report)));
    }
  }

  static List<HandRule> rules() {
    List<HandRule> all = new ArrayList<>(conclusion());
    all.add(
        within(
            "S6.7",
            STEP,
            Kind.VEILIG_THUIS_FEEDBACK,
            MANAGEMENT,
            new Term(5, TermUnit.WORKING_DAY),
            HandAfter::feedback));
    all.add(fed("S6.7a", "confirmed", false, one -> one.confirmed() != null));
    all.add(
        fed(
            "S6.7b",
            "followUpStarted",
            true,
            one -> one.confirmed() != Told.YES || one.followUpStarted() != null));
    all.add(
        fed(
            "S6.7c",
            "expectations",
            false,
            one -> one.expectationsNotTold() || !one.expectations().isEmpty()));
    all.add(
        fed(
            "S6.8",
            "handoverContacts",
            true,
            one -> one.handedOver() != Told.YES || !one.handoverContacts().isEmpty()));
    all.add(
        fed(
            "S6.10",
            "noActionReason",
            true,
            one -> one.actionTaken() != Told.NO || given(one.noActionReason())));
    all.add(fed("S6.12", "useOfInformation", false, one -> given(one.useOfInformation())));
    return all;
  }

  private static List<HandRule> conclusion() {
    Kind kind = Kind.VEILIG_THUIS_CONCLUSION;
    return List.of(
        within("S6.1", STEP, kind, MANAGEMENT, new Term(10, TermUnit.WEEK), HandAfter::concluded),
        rule("S6.2", STEP, kind, MANAGEMENT, HandAfter::refuted),
        rule("S6.3", STEP, kind, MANAGEMENT, HandAfter::notConfirmed),
        HandRules.advice("S6.3.recall", STEP, Kind.RECALL_CHECK, MANAGEMENT, HandAfter::recall),
        rule("S6.4", STEP, kind, MANAGEMENT, HandAfter::measures),
        rule("S6.5", STEP, kind, MANAGEMENT, HandAfter::responsible));
  }

  private static void refuted(HandCase at, Tell tell) {
    Conclusion asked = Conclusion.REFUTED;
    every(at, tell, asked, "fileClosed", one -> one.fileClosed() != null);
    every(at, tell, asked, "destructionRight", one -> one.destructionRight() != null);
    ended(at, tell, asked);
  }

  private static void notConfirmed(HandCase at, Tell tell) {
    Conclusion asked = Conclusion.NOT_CONFIRMED;
    every(at, tell, asked, "recall", one -> one.recall() != null);
    every(at, tell, asked, "recallDetails", one -> one.recall() == null || one.recall().settled());
    every(at, tell, asked, "fileClosed", one -> one.fileClosed() != null);
    ended(at, tell, asked);
  }

  private static void measures(HandCase at, Tell tell) {
    every(
        at,
        tell,
        Conclusion.CONFIRMED,
        "measures",
        one -> one.measuresNotTold() || given(one.measures()));
  }

  private static void responsible(HandCase at, Tell tell) {
    every(at, tell, Conclusion.CONFIRMED, "responsible", one -> !one.responsible().isEmpty());
  }

  private static void concluded(HandCase at, Tell tell) {
    for (Recorded one : at.of(Kind.VEILIG_THUIS_REPORT)) {
      if (at.facts().dossier().isConcluded(one.id())) {
        continue;
      }
      var on = ((VeiligThuisReport) one.entry()).on();
      var since = on;
      for (Recorded other : at.of(Kind.INVESTIGATION_STARTED)) {
        InvestigationStarted started = (InvestigationStarted) other.entry();
        since = started.report().equals(one.id()) ? started.on() : since;
      }
      tell.since(since, true, List.of(new Argument.Day(on)));
    }
  }

  private static void feedback(HandCase at, Tell tell) {
    for (Recorded one : at.of(Kind.VEILIG_THUIS_REPORT)) {
      boolean told =
          at.of(Kind.VEILIG_THUIS_FEEDBACK).stream()
              .anyMatch(other -> ((VeiligThuisFeedback) other.entry()).report().equals(one.id()));
      VeiligThuisReport report = (VeiligThuisReport) one.entry();
      if (told) {
        continue;
      }
      if (report.agreedFeedbackOn() != null) {
        tell.on(report.agreedFeedbackOn(), new Argument.Day(report.on()));
      } else {
        tell.since(report.on(), true, List.of(new Argument.Day(report.on())));
      }
    }
  }

  private static void recall(HandCase at, Tell tell) {
    for (Recorded one : at.of(Kind.VEILIG_THUIS_CONCLUSION)) {
      var recall = ((VeiligThuisConclusion) one.entry()).recall();
      var due = recall == null ? null : recall.dueOn();
      if (due == null || at.today().isBefore(due.minusWeeks(2))) {
        continue;
      }
      boolean ready =
          at.of(Kind.RECALL_CHECK).stream()
              .anyMatch(other -> !((RecallCheck) other.entry()).on().isBefore(due.minusWeeks(2)));
      if (!ready) {
        tell.of(new Argument.Day(due));
      }
    }
  }

  private static void ended(HandCase at, Tell tell, Conclusion conclusion) {
    every(at, tell, conclusion, "reporterInformed", one -> one.reporterInformed() != null);
    every(
        at, tell, conclusion, "professionalsInformed", one -> one.professionalsInformed() != null);
  }

  private static void every(
      HandCase at,
      Tell tell,
      Conclusion conclusion,
      String name,
      Predicate<VeiligThuisConclusion> answered) {
    Map<EntryId, VeiligThuisConclusion> last = new HashMap<>();
    for (Recorded one : at.of(Kind.VEILIG_THUIS_CONCLUSION)) {
      VeiligThuisConclusion concluded = (VeiligThuisConclusion) one.entry();
      last.put(concluded.report(), concluded);
    }
    for (VeiligThuisConclusion concluded : last.values()) {
      if (concluded.conclusion() == conclusion && !answered.test(concluded)) {
        String of =
            switch (conclusion) {
              case REFUTED -> "refuted.";
              case NOT_CONFIRMED -> "notConfirmed.";
              case CONFIRMED -> "confirmed.";
              case NO_INVESTIGATION -> "";
            };
        tell.of(new Argument.Word("field.VeiligThuisConclusion." + of + name));
        return;
      }
    }
  }

  private static HandRule fed(
      String id, String name, boolean eachTime, Predicate<VeiligThuisFeedback> answered) {
    Argument word = new Argument.Word("field.VeiligThuisFeedback." + name);
    HandRule.Check check =
        (at, tell) -> {
          for (Recorded report : at.of(Kind.VEILIG_THUIS_REPORT)) {
            boolean fed = false;
            boolean some = false;
            boolean last = false;
            for (Recorded one : at.of(Kind.VEILIG_THUIS_FEEDBACK)) {
              VeiligThuisFeedback feedback = (VeiligThuisFeedback) one.entry();
              if (feedback.report().equals(report.id())) {
                fed = true;
                last = answered.test(feedback);
                some |= last;
              }
            }
            if (fed && !(eachTime ? last : some)) {
              tell.of(word);
              return;
            }
          }
        };
    Kind kind = Kind.VEILIG_THUIS_FEEDBACK;
    return id.equals("S6.12")
        ? HandRules.advice(id, STEP, kind, MANAGEMENT, check)
        : rule(id, STEP, kind, MANAGEMENT, check);
  }
}
