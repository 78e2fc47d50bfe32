package nl.meldcode.adapter.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Criterion;
import nl.meldcode.domain.entry.CriterionAnswer;
import nl.meldcode.domain.entry.FlagAssessment;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.Weighing;
import nl.meldcode.domain.protocol.Argument;

/** The criteria of behaviour, looked at by hand. */
final class HandCriteria {
  private HandCriteria() {}

  static void flags(HandCase at, HandRule.Tell tell) {
    FlagAssessment last = at.last(Kind.FLAG_ASSESSMENT, FlagAssessment.class);
    if (last == null) {
      tell.plain();
    } else {
      unanswered(at, tell, last.verdicts(), !at.group(), at.group());
    }
  }

  static void weighing(HandCase at, HandRule.Tell tell) {
    Weighing last = at.last(Kind.WEIGHING, Weighing.class);
    if (last == null) {
      return;
    }
    boolean group = last.scope().asksGroup();
    List<CriterionAnswer> answers =
        Stream.concat(last.individual().stream(), last.group().stream()).toList();
    unanswered(at, tell, answers, last.scope().asksIndividual(), group);
    if (at.group() && !group) {
      tell.called("group");
    }
  }

  private static void unanswered(
      HandCase at,
      HandRule.Tell tell,
      List<CriterionAnswer> answers,
      boolean individual,
      boolean group) {
    for (Criterion criterion : Criterion.values()) {
      boolean asked = criterion.ofGroup() ? group : individual;
      if (asked && !answered(at, criterion, answers)) {
        tell.of(new Argument.Word("criterion." + criterion));
      }
    }
  }

  private static boolean answered(HandCase at, Criterion criterion, List<CriterionAnswer> answers) {
    PupilId own = at.facts().dossier().pupil();
    Set<PupilId> open = new HashSet<>();
    if (criterion.perPupil()) {
      open.add(own);
      open.addAll(others(at));
    }
    boolean any = false;
    for (CriterionAnswer one : answers) {
      if (one.criterion() == criterion) {
        any = true;
        open.remove(one.pupil() == null ? own : one.pupil());
      }
    }
    return criterion.perPupil() ? open.isEmpty() : any;
  }

  private static Set<PupilId> others(HandCase at) {
    Set<PupilId> others = new HashSet<>();
    for (Recorded one : at.of(Kind.SIGNAL)) {
      others.addAll(((Signal) one.entry()).otherPupils());
    }
    for (Recorded one : at.of(Kind.SIGNAL_OVERVIEW)) {
      others.addAll(((SignalOverview) one.entry()).otherPupils());
    }
    return others;
  }
}
