package nl.meldcode.adapter.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meldcode.adapter.protocol.HandRule.Tell;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.Acceptance;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.GuardianAnswer;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.HelpOffer;
import nl.meldcode.domain.entry.InvolvedInformed;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.family.Authority;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.protocol.Argument;

/** What is asked of or told to guardians, looked at by hand. */
final class HandPeople {
  private HandPeople() {}

  static void reported(HandCase at, Tell tell) {
    Set<EntryId> reported = new HashSet<>();
    at.of(Kind.MEETING_REPORT)
        .forEach(one -> reported.add(((MeetingReport) one.entry()).meeting()));
    for (Recorded one : at.of(Kind.PARENT_MEETING)) {
      if (!reported.contains(one.id())) {
        var on = ((ParentMeeting) one.entry()).on();
        tell.since(on, false, List.of(new Argument.Day(on)));
      }
    }
  }

  static void authority(HandCase at, Tell tell) {
    boolean unknown = false;
    for (Guardian one : at.guardians()) {
      if (one.authority() == Authority.UNKNOWN) {
        unknown = true;
        tell.of(new Argument.Person(one.id()));
      }
    }
    if (!unknown && at.withAuthority().isEmpty()) {
      tell.called("nobody");
    }
  }

  static void acknowledged(HandCase at, Tell tell) {
    Map<EntryId, Recorded> latest = new HashMap<>();
    at.of(Kind.MEETING_REPORT)
        .forEach(one -> latest.put(((MeetingReport) one.entry()).meeting(), one));
    for (Recorded report : at.of(Kind.MEETING_REPORT)) {
      if (!report.equals(latest.get(((MeetingReport) report.entry()).meeting()))) {
        continue;
      }
      Set<PersonId> answered = new HashSet<>();
      for (Recorded one : at.of(Kind.ACKNOWLEDGEMENT)) {
        Acknowledgement answer = (Acknowledgement) one.entry();
        if (answer.report().equals(report.id())) {
          answered.add(answer.guardian());
        }
      }
      var offered = HandCase.recordedOn(report);
      List<PersonId> asked =
          Boolean.TRUE.equals(((MeetingReport) report.entry()).pupilSigns())
              ? List.of(new PersonId(report.pupil().value()))
              : at.withAuthority().stream().map(Guardian::id).toList();
      for (PersonId one : asked) {
        if (!answered.contains(one)) {
          tell.since(offered, false, List.of(new Argument.Person(one), new Argument.Day(offered)));
        }
      }
    }
  }

  static void offered(HandCase at, Tell tell) {
    if (!at.has(Kind.PARENT_MEETING) && !at.decided(Decision.Choice.REPORT)) {
      return;
    }
    if (!at.has(Kind.HELP_OFFER)) {
      tell.plain();
      return;
    }
    Set<PersonId> answered = new HashSet<>();
    at.of(Kind.HELP_OFFER).forEach(one -> add(((HelpOffer) one.entry()).answers(), answered));
    others(at, tell, answered);
  }

  static void arranged(HandCase at, Tell tell) {
    Decision decision = at.last(Kind.DECISION, Decision.class);
    if (decision == null || !decision.organisesHelp()) {
      return;
    }
    HelpArrangement last = null;
    for (Recorded one : at.of(Kind.HELP_ARRANGEMENT)) {
      last = HandAfter.stopped(at, one) ? last : (HelpArrangement) one.entry();
    }
    if (last == null) {
      tell.plain();
      return;
    }
    Set<PersonId> answered = new HashSet<>();
    add(last.acceptance(), answered);
    others(at, tell, answered);
  }

  static void informed(HandCase at, Tell tell) {
    if (at.decided(Decision.Choice.REPORT) || at.has(Kind.VEILIG_THUIS_REPORT)) {
      others(at, tell, told(at));
      boolean anyUnknown =
          at.guardians().stream().anyMatch(one -> one.authority() == Authority.UNKNOWN);
      if (anyUnknown || at.withAuthority().isEmpty()) {
        tell.lack(
            new HandRule.Lack(
                "authority", null, null, false, List.of(), Kind.GUARDIAN_CONFIRMED, null));
      }
    }
  }

  /** After each report the talk that was held in advance is used up. */
  private static Set<PersonId> told(HandCase at) {
    Set<PersonId> told = new HashSet<>();
    Set<PersonId> inAdvance = new HashSet<>();
    boolean reported = false;
    for (Recorded one : at.entries()) {
      if (one.entry() instanceof InvolvedInformed informed) {
        boolean again = !told.add(informed.guardian()) || !reported;
        if (again) {
          inAdvance.add(informed.guardian());
        }
      } else if (one.entry() instanceof VeiligThuisReport) {
        told = new HashSet<>(inAdvance);
        inAdvance.clear();
        reported = true;
      }
    }
    return told;
  }

  private static void add(List<GuardianAnswer> answers, Set<PersonId> to) {
    for (GuardianAnswer one : answers) {
      if (one.accepted() != Acceptance.NOT_YET) {
        to.add(one.guardian());
      }
    }
  }

  private static void others(HandCase at, Tell tell, Set<PersonId> settled) {
    for (Guardian one : at.withAuthority()) {
      if (!settled.contains(one.id())) {
        tell.lack(
            new HandRule.Lack(
                "guardian", null, null, false, List.of(new Argument.Person(one.id())), null, null));
      }
    }
  }
}
