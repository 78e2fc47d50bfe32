package nl.meldcode.adapter.protocol;

import static nl.meldcode.adapter.protocol.HandRules.ALL;
import static nl.meldcode.adapter.protocol.HandRules.MANAGEMENT;
import static nl.meldcode.adapter.protocol.HandRules.advice;
import static nl.meldcode.adapter.protocol.HandRules.given;
import static nl.meldcode.adapter.protocol.HandRules.last;
import static nl.meldcode.adapter.protocol.HandRules.point;
import static nl.meldcode.adapter.protocol.HandRules.rule;
import static nl.meldcode.adapter.protocol.HandRules.unless;
import static nl.meldcode.adapter.protocol.HandRules.within;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import nl.meldcode.adapter.protocol.HandRule.Check;
import nl.meldcode.adapter.protocol.HandRule.Tell;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.AdviceTopic;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.ExternalConsultation;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.ParentMeeting.Point;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.entry.Step;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.entry.Weighing;
import nl.meldcode.domain.protocol.Argument;
import nl.meldcode.domain.term.Term;
import nl.meldcode.domain.term.TermUnit;

/** The steps of scope-2013 from the talk with parents on, written by hand. */
final class HandRulesLater {
  private static final Check BYSTANDERS = weighed("bystanders", one -> given(one.bystanders()));
  private static final Check EXTERNAL =
      weighed(
          "externalAdvice", one -> one.externalAdviceAsked() || given(one.externalAdviceReason()));

  private static final List<VeiligThuisReport.Topic> TOPICS =
      List.of(VeiligThuisReport.Topic.values());

  private HandRulesLater() {}

  static List<HandRule> parents() {
    Step step = Step.PARENTS;
    return List.of(
        rule(
            "S3.1",
            step,
            Kind.PARENT_MEETING,
            ALL,
            unless(Kind.PARENT_MEETING, Kind.PARENT_MEETING)),
        within(
            "S3.3",
            step,
            Kind.MEETING_REPORT,
            ALL,
            new Term(5, TermUnit.SCHOOL_DAY),
            HandPeople::reported),
        rule("S3.7", step, Kind.GUARDIAN_CONFIRMED, MANAGEMENT, HandPeople::authority),
        within(
            "S3.9",
            step,
            Kind.ACKNOWLEDGEMENT,
            Set.of(Role.LK, Role.IB, Role.AF, Role.DIR),
            new Term(10, TermUnit.SCHOOL_DAY),
            HandPeople::acknowledged),
        point("S3.10a", Point.PURPOSE, "purpose"),
        point("S3.10b", Point.FACTS, "facts"),
        point("S3.10c", Point.CRITERIA, "criteria"),
        point("S3.10d", Point.RECOGNITION, "recognition"),
        point("S3.10e", Point.EMOTION, "emotion"),
        point("S3.10f", Point.COOPERATION, "cooperation"),
        point("S3.10g", Point.AGREEMENTS, "agreements"),
        rule("S3.11", step, Kind.HELP_OFFER, ALL, HandPeople::offered));
  }

  static List<HandRule> weighing() {
    Kind review = Kind.DOSSIER_REVIEW;
    Kind inquiry = Kind.INTERNAL_INQUIRY;
    return List.of(
        weighingRule("S4.1", review, unless(review, review)),
        weighingRule("S4.2", inquiry, unless(inquiry, inquiry)),
        weighingRule("S4.4", Kind.WEIGHING, HandRulesLater::bystanders),
        weighingRule("S4.5", Kind.WEIGHING, HandCriteria::weighing),
        weighingRule("S4.6a", Kind.WEIGHING, weighed("criteriaClear", Weighing::allCriteriaClear)),
        weighingRule(
            "S4.6b", Kind.WEIGHING, weighed("safetyRisk", one -> one.safetyRisk() != null)),
        weighingRule("S4.6c", Kind.WEIGHING, weighed("unrest", one -> one.unrest() != null)),
        weighingRule(
            "S4.6d",
            Kind.WEIGHING,
            weighed("developmentPoints", one -> given(one.developmentPoints()))),
        weighingRule("S4.7", Kind.WEIGHING, byManagement(Kind.WEIGHING)),
        weighingRule("S4.8", Kind.WEIGHING, HandRulesLater::external),
        rule(
            "S4.11",
            Step.WEIGHING,
            Kind.EXTERNAL_CONSULTATION,
            Set.of(Role.IB, Role.AF, Role.DIR),
            HandRulesLater::adviceTopics));
  }

  private static void bystanders(HandCase at, Tell tell) {
    if (at.group()) {
      BYSTANDERS.look(at, tell);
    }
  }

  private static void external(HandCase at, Tell tell) {
    boolean asked = at.repeated() || at.atLeast(Seriousness.SERIOUS);
    if (asked && !at.has(Kind.EXTERNAL_CONSULTATION)) {
      EXTERNAL.look(at, tell);
    }
  }

  private static void adviceTopics(HandCase at, Tell tell) {
    for (AdviceTopic topic : AdviceTopic.values()) {
      for (Recorded one : at.of(Kind.EXTERNAL_CONSULTATION)) {
        ExternalConsultation asked = (ExternalConsultation) one.entry();
        if (asked.ofVeiligThuis() && !asked.dealtWith(topic)) {
          tell.of(new Argument.Word("field.ExternalConsultation.topics." + camel(topic)));
          break;
        }
      }
    }
  }

  static List<HandRule> decision() {
    Step step = Step.DECISION;
    Kind report = Kind.VEILIG_THUIS_REPORT;
    return List.of(
        rule("S5.1", step, Kind.DECISION, MANAGEMENT, byManagement(Kind.DECISION)),
        rule("S5.2", step, Kind.HELP_ARRANGEMENT, MANAGEMENT, HandPeople::arranged),
        rule("S5.3", step, Kind.HELP_EVALUATION, MANAGEMENT, HandAfter::evaluated),
        rule("S5.6", step, null, MANAGEMENT, HandAfter::grounds),
        rule(
            "S5.11",
            step,
            report,
            MANAGEMENT,
            (at, tell) -> {
              if (at.decided(Decision.Choice.REPORT) && !at.has(report)) {
                tell.plain();
              }
            }),
        topics("S5.12", TOPICS.subList(0, 8)),
        topics("S5.13", TOPICS.subList(8, 11)),
        rule("S5.14", step, Kind.INVOLVED_INFORMED, MANAGEMENT, HandPeople::informed),
        rule(
            "S5.16",
            step,
            report,
            MANAGEMENT,
            last(report, VeiligThuisReport.class, "legalDiscussed", one -> one.legalDiscussed())),
        rule(
            "S5.17",
            step,
            report,
            MANAGEMENT,
            last(
                report,
                VeiligThuisReport.class,
                "agreedFeedbackOn",
                one -> one.agreedFeedbackOn() != null)),
        advice("S5.19", step, report, MANAGEMENT, HandAfter::signalSince));
  }

  private static HandRule topics(String id, List<VeiligThuisReport.Topic> asked) {
    return rule(
        id,
        Step.DECISION,
        Kind.VEILIG_THUIS_REPORT,
        MANAGEMENT,
        (at, tell) -> {
          Recorded standing = at.lastRecorded(Kind.VEILIG_THUIS_REPORT);
          if (standing == null) {
            return;
          }
          VeiligThuisReport last = (VeiligThuisReport) standing.entry();
          for (VeiligThuisReport.Topic topic : asked) {
            boolean known =
                last.topics().stream().anyMatch(one -> one.topic() == topic && one.resolved());
            if (!known) {
              tell.in(
                  standing, new Argument.Word("field.VeiligThuisReport.topics." + camel(topic)));
            }
          }
        });
  }

  private static Check byManagement(Kind kind) {
    return (at, tell) -> {
      Recorded last = at.lastRecorded(kind);
      if (last == null) {
        tell.plain();
      } else if (!MANAGEMENT.contains(last.role())) {
        tell.called("author");
      }
    };
  }

  private static HandRule weighingRule(String id, Kind metBy, Check check) {
    return rule(id, Step.WEIGHING, metBy, MANAGEMENT, check);
  }

  private static Check weighed(String name, Predicate<Weighing> answered) {
    return last(Kind.WEIGHING, Weighing.class, name, answered);
  }

  private static String camel(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return name.toString();
  }
}
