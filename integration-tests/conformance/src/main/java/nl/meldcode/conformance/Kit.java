package nl.meldcode.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meldcode.conformance.Verdict.Outcome;

/** Looks at a host by all rules, one after the other. */
final class Kit {
  private Kit() {}

  /** All rules, in the order in which they are looked at. */
  static List<Rule> rules() {
    return Stream.of(
            AccessRules.all(),
            MetaRules.all(),
            RosterRules.all(),
            CalendarRules.all(),
            FamilyRules.all(),
            ObservationRules.all(),
            EntryRules.all(),
            DocumentRules.all(),
            AcknowledgementRules.all(),
            EventRules.all(),
            LaunchRules.all(),
            AnswerRules.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The verdict on each rule. What was put on a record is removed again, whatever happens. */
  static Judgement look(Host host) {
    return look(host, rules(), one -> {});
  }

  /** The same by some rules only; each verdict is told as soon as it is there. */
  static Judgement look(Host host, List<Rule> rules, Consumer<Verdict> told) {
    List<Verdict> verdicts = new ArrayList<>();
    List<String> left;
    try {
      for (Rule rule : rules) {
        Verdict verdict = look(host, rule);
        verdicts.add(verdict);
        told.accept(verdict);
      }
    } finally {
      left = cleanUp(host);
    }
    return new Judgement(verdicts, left);
  }

  private static List<String> cleanUp(Host host) {
    try {
      return host.cleanUp();
    } catch (IOException e) {
      return List.of("?");
    }
  }

  private static Verdict look(Host host, Rule rule) {
    Findings findings = new Findings();
    try {
      if (!AccessRules.isOne(rule) && !host.client().isIn()) {
        return Verdict.notLooked(rule, Outcome.UNDECIDED, "no-token");
      }
      if (!host.offers(rule.capability())) {
        return Verdict.notLooked(rule, Outcome.NOT_OFFERED, "not-offered");
      }
      if (rule.writes() && !host.mayWrite()) {
        return Verdict.notLooked(rule, Outcome.UNDECIDED, "no-writing");
      }
      if (rule.writes() && host.place().isEmpty()) {
        return Verdict.notLooked(rule, Outcome.UNDECIDED, "no-place-to-write");
      }
      rule.check().look(host, findings);
    } catch (NoAnswer e) {
      findings.add(e.how(), e.asked());
    } catch (IOException e) {
      findings.add(Wrong.NO_ANSWER, rule.id());
    }
    return Verdict.of(rule, findings);
  }
}
